import { createRandom, streams } from '../../math/random.ts';
import { datasets, type Point } from '../../model/datasets/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Yield } from '../engine/yield.ts';
import type { Calibration, Predictive } from '../pictures/snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { evaluatePredictions, metricsOfAnswers } from './evaluate.ts';

/** Fresh points: the standard error of a coverage of 0.9 is 0.017 with so many. */
const HELD_OUT = 300;
/** Training points that are scored where there are no fresh ones. */
const MAX_TRAINING = 1000;

/** Points that training never sees: those held out, or fresh ones of generated data; null where there are none. */
function heldOutPoints({ experiment, heldOut }: Problem): readonly Point[] | null {
  const { id, noise } = experiment.dataset;
  if (heldOut.length > 0) return heldOut;
  const dataset = id === 'custom' ? null : datasets[id];
  if (!dataset?.generated || dataset.kind === 'sequence') return null;
  return dataset.points(createRandom(experiment.seed, streams.heldOut), HELD_OUT, noise, experiment.dataset);
}

/** The points that predictions are scored on; null without any. */
export function scoredPoints(
  problem: Problem,
): { readonly of: Calibration['points']; readonly points: readonly Point[] } | null {
  const fresh = heldOutPoints(problem);
  const points = fresh ?? problem.points.slice(0, MAX_TRAINING);
  return points.length === 0 ? null : { of: fresh ? 'held-out' : 'training', points };
}

/**
 * Scores the predictions of an engine as it stands; null without any points. predictive: the picture of this moment, which
 * of images has the answers already.
 */
export async function calibrationOf(
  problem: Problem,
  engine: Engine,
  predictive: Predictive,
  yieldToMessages: Yield,
): Promise<Calibration | null> {
  const { heldOut, classes } = problem;
  if (predictive.kind === 'images' && heldOut.length > 0) {
    const labels = heldOut.map(({ y }) => y);
    return { points: 'held-out', metrics: metricsOfAnswers(predictive, labels, classes) };
  }
  const scored = scoredPoints(problem);
  return (
    scored && {
      points: scored.of,
      metrics: await evaluatePredictions(problem, engine, scored.points, yieldToMessages),
    }
  );
}
