import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the comparison of methods and settings. named: whether the label is shown. */
export function CompareButton({ named = false }: { readonly named?: boolean }) {
  return (
    <SheetButton
      panel="compare"
      icon="compare"
      label={t('Compare')}
      title={t('Compare: other methods, two settings, or four values of one control')}
      named={named}
    />
  );
}
