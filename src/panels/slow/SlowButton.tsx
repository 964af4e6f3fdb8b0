import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { useClosePopover } from '../ui/Popover.tsx';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';

/** Toggles slow motion; training is paused meanwhile. */
export function SlowButton() {
  const { toggleSlowMotion } = usePlayground();
  const closeMenu = useClosePopover();
  const open = useExperiment(({ view }) => view.panels.includes('step'));
  return (
    <button
      type="button"
      className={buttons.word}
      aria-pressed={open}
      title={t('Slow motion: one step in its parts')}
      onClick={() => {
        closeMenu();
        toggleSlowMotion();
      }}
    >
      {t('Slow motion')}
    </button>
  );
}
