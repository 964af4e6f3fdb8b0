import { t } from '../../i18n/index.ts';
import { isTraining } from '../../store/run.ts';
import { mustRewind } from '../messages/runErrorText.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { SpeedField } from './SpeedField.tsx';
import styles from './Toolbar.module.css';

/** A random seed. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

/** Train or pause, speed, and rewind. */
export function Transport() {
  const { rewind } = usePlayground();
  return (
    <div className={`${styles.cluster} ${styles.transport}`} role="group" aria-label={t('Training')}>
      <TrainButton />
      <SpeedField />
      <button
        type="button"
        className={buttons.button}
        title={t('Rewind: the same initial weights and noise ( r )')}
        onClick={rewind}
      >
        {t('Rewind')}
      </button>
    </div>
  );
}

/** Trains or pauses. While a long step delays the pause it says so, and resumes when it is pressed. */
function TrainButton() {
  const { play, pause } = usePlayground();
  const state = usePlaygroundState(({ run }) => {
    if (run.kind !== 'training') return 'resting';
    return isTraining(run) ? 'training' : 'pausing';
  });
  const isBlocked = usePlaygroundState(({ run }) => mustRewind(run));
  return (
    <button
      type="button"
      className={`${buttons.button} ${buttons.primary}`}
      disabled={isBlocked}
      aria-keyshortcuts="Space"
      onClick={state === 'training' ? pause : play}
    >
      <Icon name={state === 'training' ? 'pause' : 'play'} />
      <span className={styles.either}>
        <span data-shown={state === 'training'}>{t('Pause')}</span>
        <span data-shown={state === 'pausing'}>{t('Pausing…')}</span>
        <span data-shown={state === 'resting'}>{t('Train')}</span>
      </span>
    </button>
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
