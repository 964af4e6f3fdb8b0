import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens two experiments side by side. named: with its name beside the icon. */
export function CompareButton({ named = false }: { readonly named?: boolean }) {
  return (
    <SheetButton
      panel="compare"
      icon="compare"
      label={t('Side by side')}
      title={t('Side by side: two experiments, or several values of one control')}
      named={named}
    />
  );
}
