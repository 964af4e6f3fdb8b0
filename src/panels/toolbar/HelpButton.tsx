import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { usePlayground } from '../ui/playgroundContext.ts';

/** Opens the help. */
export function HelpButton() {
  const { setHelp } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.word}
      aria-haspopup="dialog"
      title={t('Keys and gestures ( ? )')}
      onClick={() => setHelp(true)}
    >
      {t('Keys and gestures')}
    </button>
  );
}
