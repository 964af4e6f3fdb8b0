import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground } from '../ui/playgroundContext.ts';

/** Opens the help. named: whether the label is shown. */
export function HelpButton({ named = false }: { readonly named?: boolean }) {
  const { setHelp } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.button}
      aria-haspopup="dialog"
      aria-label={t('Keys and gestures')}
      title={t('Keys and gestures ( ? )')}
      onClick={() => setHelp(true)}
    >
      <Icon name="keyboard" />
      {named && t('Keys and gestures')}
    </button>
  );
}
