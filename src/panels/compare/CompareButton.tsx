import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the comparison of experiments. named: whether the label is shown. */
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
