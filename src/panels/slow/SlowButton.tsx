import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';
import { toggleSlowMotion } from './toggleSlowMotion.ts';

/** Toggles slow motion; training is paused meanwhile. */
export function SlowButton() {
  const playground = usePlayground();
  const open = useExperiment(({ view }) => view.panels.includes('step'));
  return (
    <button
      type="button"
      className={buttons.word}
      aria-pressed={open}
      title={t('Slow motion: one step in its parts')}
      onClick={() => toggleSlowMotion(playground)}
    >
      {t('Slow motion')}
    </button>
  );
}
