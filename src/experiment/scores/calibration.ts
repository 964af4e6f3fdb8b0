import type { Point } from '../../model/datasets/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Yield } from '../engine/yield.ts';
import { pictureOf } from '../pictures/pictures.ts';
import type { Calibration, Predictive } from '../pictures/snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { evaluatePredictions, metricsOfAnswers } from './evaluate.ts';

/** Training points that are scored where there are no others. */
const MAX_TRAINING = 1000;

/** The points that predictions are scored on: held-out points, fresh ones of generated data, or training points; null: none. */
export function scoredPoints(
  problem: Problem,
): { readonly of: Calibration['points']; readonly points: readonly Point[] } | null {
  const { experiment, heldOut } = problem;
  const unseen = heldOut.length > 0 ? heldOut : pictureOf(experiment).freshPoints(experiment);
  const points = unseen ?? problem.points.slice(0, MAX_TRAINING);
  return points.length === 0 ? null : { of: unseen ? 'held-out' : 'training', points };
}

/**
 * Scores the predictions of an engine in its current state; null without any points. predictive: the picture of the
 * same state, whose predictions of held-out points are used if it contains them.
 */
export async function calibrationOf(
  problem: Problem,
  engine: Engine,
  predictive: Predictive,
  yieldToMessages: Yield,
): Promise<Calibration | null> {
  const { experiment, heldOut, classes } = problem;
  const answers = heldOut.length > 0 ? pictureOf(experiment).heldOutAnswers(predictive) : null;
  if (answers) {
    const labels = heldOut.map(({ y }) => y);
    return { points: 'held-out', metrics: metricsOfAnswers(answers, labels, classes) };
  }
  const scored = scoredPoints(problem);
  return (
    scored && {
      points: scored.of,
      metrics: await evaluatePredictions(problem, engine, scored.points, yieldToMessages),
    }
  );
}
