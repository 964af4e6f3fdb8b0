import { datasets, type Point } from '../datasets/index.ts';
import { createRandom, streams } from '../math/random.ts';
import type { Engine } from './engine.ts';
import { evaluatePredictions } from './evaluate.ts';
import type { Problem } from './problem.ts';
import type { Calibration } from './snapshot.ts';

/** Fresh points: the standard error of a coverage of 0.9 is 0.017 with so many. */
const HELD_OUT = 300;
/** Training points that are scored where there are no fresh ones. */
const MOST_TRAINING = 1000;

/** Fresh points of the data set, or null where it cannot make any. */
function heldOutPoints({ experiment }: Problem): readonly Point[] | null {
  const { id, noise } = experiment.dataset;
  if (id === 'custom' || !datasets[id].generated) return null;
  return datasets[id].points(
    createRandom(experiment.seed, streams.heldOut),
    HELD_OUT,
    noise,
    experiment.dataset,
  );
}

/** Scores the predictions of an engine as it stands; null without any points. */
export async function calibrationOf(problem: Problem, engine: Engine): Promise<Calibration | null> {
  const fresh = heldOutPoints(problem);
  const points = fresh ?? problem.points.slice(0, MOST_TRAINING);
  if (points.length === 0) return null;
  return {
    points: fresh ? 'held-out' : 'training',
    metrics: await evaluatePredictions(problem, engine, points),
  };
}
