import { t } from '../../i18n/index.ts';
import { mustRewind } from '../messages/runErrorText.ts';
import buttons from '../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';

/** A random seed. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

/** Trains one step, then pauses. */
export function OneStep() {
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
      {t('One step')}
    </button>
  );
}

/** Starts the experiment with other random numbers. */
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
