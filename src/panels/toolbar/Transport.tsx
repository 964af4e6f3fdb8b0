import { t } from '../../i18n/index.ts';
import { mustRewind } from '../messages/runErrorText.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

/** A random seed. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

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

/** Takes one step. */
export function StepButton() {
  const { step } = usePlayground();
  const isBlocked = usePlaygroundState(({ run }) => mustRewind(run));
  return (
    <button
      type="button"
      className={buttons.word}
      disabled={isBlocked}
      title={t('1 step ( . )')}
      onClick={() => step(1)}
    >
      {t('1 step')}
    </button>
  );
}

/** Starts the same experiment with another seed. */
export function NewSeed() {
  const { newSeed } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.word}
      title={t('New seed: other initial weights, noise and generated data')}
      onClick={() => newSeed(randomSeed())}
    >
      {t('New seed')}
    </button>
  );
}
