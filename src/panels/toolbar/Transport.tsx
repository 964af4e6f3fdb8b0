import { say } from '../../i18n/index.ts';
import { isStuck } from '../messages/trouble.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

const stepSizes = [1, 10, 100] as const;

/** A seed that nobody chose. */
function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

/** Play or pause, steps, rewind and a new seed. */
export function Transport() {
  const { play, pause, step, rewind, newSeed } = usePlayground();
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const stuck = usePlaygroundState(({ run }) => isStuck(run));
  return (
    <div className={styles.cluster} role="group" aria-label={say('Training')}>
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        disabled={stuck}
        aria-keyshortcuts="Space"
        onClick={training ? pause : play}
      >
        <Icon name={training ? 'pause' : 'play'} />
        <span className={styles.either}>
          <span data-shown={training}>{say('Pause')}</span>
          <span data-shown={!training}>{say('Train')}</span>
        </span>
      </button>
      <span className={buttons.joined} role="group" aria-label={say('Step')}>
        <span className={`${styles.caption} ${styles.wide}`}>{say('Step')}</span>
        {stepSizes.map((count) => (
          <button
            key={count}
            type="button"
            className={buttons.button}
            disabled={stuck}
            aria-label={count === 1 ? say('1 step') : say('{count} steps', { count })}
            title={count === 1 ? say('1 step ( . )') : say('{count} steps', { count })}
            onClick={() => step(count)}
          >
            +{count}
          </button>
        ))}
      </span>
      <button
        type="button"
        className={`${buttons.button} ${styles.narrow}`}
        aria-label={say('Rewind')}
        title={say('Rewind: the same initial weights and noise ( r )')}
        onClick={rewind}
      >
        <Icon name="rewind" />
        <span className={styles.wide}>{say('Rewind')}</span>
      </button>
      <button
        type="button"
        className={`${buttons.button} ${styles.narrow}`}
        aria-label={say('New seed')}
        title={say('New seed: other initial weights, noise and generated data')}
        onClick={() => newSeed(freshSeed())}
      >
        <Icon name="dice" />
        <span className={styles.wide}>{say('New seed')}</span>
      </button>
    </div>
  );
}
