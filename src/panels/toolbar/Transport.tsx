import { t } from '../../i18n/index.ts';
import { mustRewind } from '../messages/runErrorText.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

const stepSizes = [1, 10, 100] as const;

/** A random seed. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

/** Play or pause, step, rewind, and new seed. */
export function Transport() {
  const { play, pause, step, rewind, newSeed } = usePlayground();
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
      <span className={buttons.joined} role="group" aria-label={t('Step')}>
        <span className={`${styles.caption} ${styles.wide}`}>{t('Step')}</span>
        {stepSizes.map((count) => (
          <button
            key={count}
            type="button"
            className={buttons.button}
            disabled={isBlocked}
            aria-label={count === 1 ? t('1 step') : t('{count} steps', { count })}
            title={count === 1 ? t('1 step ( . )') : t('{count} steps', { count })}
            onClick={() => step(count)}
          >
            +{count}
          </button>
        ))}
      </span>
      <button
        type="button"
        className={`${buttons.button} ${styles.narrow}`}
        aria-label={t('Rewind')}
        title={t('Rewind: the same initial weights and noise ( r )')}
        onClick={rewind}
      >
        <Icon name="rewind" />
        <span className={styles.wide}>{t('Rewind')}</span>
      </button>
      <button
        type="button"
        className={`${buttons.button} ${styles.narrow}`}
        aria-label={t('New seed')}
        title={t('New seed: other initial weights, noise and generated data')}
        onClick={() => newSeed(randomSeed())}
      >
        <Icon name="dice" />
        <span className={styles.wide}>{t('New seed')}</span>
      </button>
    </div>
  );
}
