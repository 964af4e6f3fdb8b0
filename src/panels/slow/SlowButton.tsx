import { t } from '../../i18n/index.ts';
import styles from '../toolbar/Toolbar.module.css';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';

/** Toggles slow motion; training is paused meanwhile. */
export function SlowButton({ named = false }: { readonly named?: boolean }) {
  const { toggleSlowMotion } = usePlayground();
  const open = useExperiment(({ view }) => view.panels.includes('step'));
  return (
    <button
      type="button"
      className={`${buttons.button} ${styles.narrow}`}
      aria-pressed={open}
      aria-label={t('Slow motion')}
      title={t('Slow motion: one step in its parts')}
      onClick={toggleSlowMotion}
    >
      <Icon name="slow" />
      {named && t('Slow motion')}
    </button>
  );
}
