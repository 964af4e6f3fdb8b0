import { useEffect, useState } from 'react';
import { judgeGoal, quantities, readGoal } from '../../../experiment/link/challenge.ts';
import { challenges } from '../../../experiment/link/challenges.ts';
import { t, tRich } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import buttons from '../../ui/buttons.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './ChallengeBar.module.css';

/**
 * The goals of the link with their current values. Solved when the trained network reaches all of them in one
 * snapshot.
 */
export function ChallengeBar() {
  const { change } = usePlayground();
  const texts = useExperiment(({ view }) => view.challenge);
  const snapshot = usePlaygroundState((state) => state.snapshot);
  const newPoints = usePlaygroundState((state) => state.newPoints);
  const known = Object.values(challenges).find(({ goals }) => goals.join() === texts.join());
  const goals = texts.flatMap((text) => readGoal(text) ?? []);
  const judged = goals.map((goal) => (snapshot ? judgeGoal(goal, { snapshot, newPoints }) : null));
  const solved = (snapshot?.step ?? 0) > 0 && judged.every((judgement) => judgement?.reached);
  const [solvedAt, setSolvedAt] = useState<number | null>(null);
  const step = snapshot?.step ?? 0;
  useEffect(() => {
    setSolvedAt((known) => (solved ? (known ?? step) : null));
  }, [solved, step]);
  return (
    <section className={styles.bar} aria-label={t('Challenge')}>
      <strong>{known ? t(known.title) : t('Challenge')}</strong>
      {known && <p className={styles.task}>{t(known.task)}</p>}
      <ul>
        {goals.map(({ quantity, x, relation, bound }, i) => {
          const judgement = judged[i];
          const { label } = quantities[quantity];
          return (
            <li key={texts[i]} data-reached={judgement?.reached ?? false}>
              <span aria-hidden="true">{judgement?.reached ? '✓' : '○'}</span>{' '}
              {goalText(t(label), x, relation, bound)}
              <span className={styles.now}>
                {tRich('now {value}', {
                  value: (
                    <output key="value" aria-live="off">
                      {formatNumber(judgement?.value ?? Number.NaN)}
                    </output>
                  ),
                })}
                <span className="visually-hidden">
                  {', '}
                  {judgement?.reached ? t('reached') : t('not reached')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <p role="status" className={styles.solved}>
        {solvedAt !== null && t('Solved at step {step}', { step: formatWhole(solvedAt) })}
      </p>
      <button type="button" className={buttons.button} onClick={() => change({ 'view.challenge': [] })}>
        {solvedAt === null ? t('Give up') : t('Close')}
      </button>
    </section>
  );
}

/** A goal in words: 'epistemic sd at x = 0.5 at most 0.1'. */
function goalText(quantity: string, x: number | null, relation: 'below' | 'above', bound: number): string {
  const what = x === null ? quantity : `${quantity} = ${formatNumber(x)}`;
  const values = { what, bound: formatNumber(bound) };
  return relation === 'below' ? t('{what} at most {bound}', values) : t('{what} at least {bound}', values);
}
