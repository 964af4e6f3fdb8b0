import { t } from '../../i18n/index.ts';
import { SheetButton } from '../ui/Sheet.tsx';

/** Opens the contextual bandit. named: whether the label is shown. */
export function BanditButton({ named = false }: { readonly named?: boolean }) {
  return (
    <SheetButton
      panel="bandit"
      icon="mushroom"
      label={t('Bandit')}
      title={t('Bandit: mushrooms, eaten or left by Thompson sampling')}
      named={named}
    />
  );
}
