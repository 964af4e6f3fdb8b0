import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the contextual bandit. */
export function BanditButton() {
  return (
    <SheetButton
      panel="bandit"
      label={t('Bandit')}
      title={t('Bandit: mushrooms, eaten or left by Thompson sampling')}
    />
  );
}
