import { useEffect, useState } from 'react';
import { judgeGoal, quantities, readGoal } from '../experiment/challenge.ts';
import { formatNumber } from '../plots/format.ts';
import buttons from './buttons.module.css';
import styles from './ChallengeBar.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';

/** The goals of the link, with their values now; solved when all are reached by the trained network at once. */
export function ChallengeBar() {
  const { change } = usePlayground();
  const texts = useExperiment(({ view }) => view.challenge);
  const snapshot = usePlaygroundState((state) => state.snapshot);
  const newPoints = usePlaygroundState((state) => state.newPoints);
  const goals = texts.flatMap((text) => readGoal(text) ?? []);
  const judged = goals.map((goal) => (snapshot ? judgeGoal(goal, { snapshot, newPoints }) : null));
  const solved = (snapshot?.step ?? 0) > 0 && judged.every((judgement) => judgement?.reached);
  const [solvedAt, setSolvedAt] = useState<number | null>(null);
  const step = snapshot?.step ?? 0;
  useEffect(() => {
    setSolvedAt((known) => (solved ? (known ?? step) : null));
  }, [solved, step]);
  return (
    <section className={styles.bar} aria-label="Challenge">
      <strong>Challenge</strong>
      <ul>
        {goals.map(({ quantity, x, relation, bound }, i) => {
          const judgement = judged[i];
          const { says } = quantities[quantity];
          return (
            <li key={texts[i]} data-reached={judgement?.reached ?? false}>
              <span aria-hidden="true">{judgement?.reached ? '✓' : '○'}</span> {says}
              {x === null ? '' : ` = ${formatNumber(x)}`} {relation === 'below' ? 'at most' : 'at least'}{' '}
              {formatNumber(bound)}
              <span className={styles.now}>
                now <output aria-live="off">{formatNumber(judgement?.value ?? Number.NaN)}</output>
                <span className="visually-hidden">{judgement?.reached ? ', reached' : ', not reached'}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p role="status" className={styles.solved}>
        {solvedAt !== null && `Solved at step ${solvedAt.toLocaleString('en-GB')}`}
      </p>
      <button type="button" className={buttons.button} onClick={() => change({ 'view.challenge': [] })}>
        Give up
      </button>
    </section>
  );
}
