import { t } from '../../i18n/index.ts';
import { mustRewind } from '../messages/runErrorText.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

/** Play or pause, and rewind. */
export function Transport() {
  const { play, pause, rewind } = usePlayground();
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const isBlocked = usePlaygroundState(({ run }) => mustRewind(run));
  return (
    <div className={styles.cluster} role="group" aria-label={t('Training')}>
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        disabled={isBlocked}
        aria-keyshortcuts="Space"
        onClick={training ? pause : play}
      >
        <Icon name={training ? 'pause' : 'play'} />
        <span className={styles.either}>
          <span data-shown={training}>{t('Pause')}</span>
          <span data-shown={!training}>{t('Train')}</span>
        </span>
      </button>
      <button
        type="button"
        className={`${buttons.button} ${styles.narrow}`}
        aria-label={t('Rewind')}
        title={t('Rewind: the same initial weights and noise ( r )')}
        onClick={rewind}
      >
        <Icon name="rewind" />
      </button>
    </div>
  );
}
