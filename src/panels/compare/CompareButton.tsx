import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the comparison of experiments. */
export function CompareButton() {
  return (
    <SheetButton
      panel="compare"
      label={t('Compare')}
      title={t('Compare two experiments, or several values of one control')}
    />
  );
}
