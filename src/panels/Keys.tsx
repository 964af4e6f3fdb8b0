import buttons from './buttons.module.css';
import { Icon } from './icons.tsx';
import { usePlayground } from './playground.ts';

/** Opens the help: keys, gestures, colours. named: with its name beside the icon. */
export function Keys({ named = false }: { readonly named?: boolean }) {
  const { setHelp } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.button}
      aria-haspopup="dialog"
      aria-label="Keys and gestures"
      title="Keys and gestures ( ? )"
      onClick={() => setHelp(true)}
    >
      <Icon name="keyboard" />
      {named && 'Keys and gestures'}
    </button>
  );
}
