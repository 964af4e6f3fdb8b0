import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the comparison of methods and settings. */
export function CompareButton() {
  return (
    <SheetButton
      panel="compare"
      label={t('Compare')}
      title={t('Compare: other methods, two settings, or four values of one control')}
    />
  );
}
