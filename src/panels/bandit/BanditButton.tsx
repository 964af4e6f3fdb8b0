import buttons from '../buttons.module.css';
import { Icon } from '../icons.tsx';
import { usePlayground } from '../playground.ts';

/** Opens the contextual bandit. named: with its name beside the icon. */
export function BanditButton({ named = false }: { readonly named?: boolean }) {
  const { store, change } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.button}
      aria-haspopup="dialog"
      aria-label="Bandit"
      title="Bandit: mushrooms, eaten or left by Thompson sampling"
      onClick={() => change({ 'view.panels': [...store.getState().experiment.view.panels, 'bandit'] })}
    >
      <Icon name="mushroom" />
      {named && 'Bandit'}
    </button>
  );
}
