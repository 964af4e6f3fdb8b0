import type { ControlLevel } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { usePlayground } from '../ui/playgroundContext.ts';

/** Switches between the controls of a first visit and all; the focus moves to the button that switches back. */
export function LevelButton({ to }: { readonly to: ControlLevel }) {
  const { change } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.button}
      data-level={to}
      onClick={() => {
        change({ 'view.controls': to });
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-level]')?.focus());
      }}
    >
      {to === 'all' ? t('All controls') : t('Fewer controls')}
    </button>
  );
}
