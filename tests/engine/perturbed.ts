import type { TrainingState } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { type Changes, sinePoints, testExperiment } from '../reference/problems.ts';

/** A problem of seven points, or given ones, and a state in which all weights differ. */
export function perturbedProblem(changes: Changes) {
  const problem = prepareProblem(testExperiment({ dataset: { points: sinePoints(7) }, ...changes }));
  return { problem, start: perturbed(initialState(problem)) };
}

/** The same state with slightly changed parameters. */
export function perturbed(state: TrainingState): TrainingState {
  const random = createRandom(9, 99);
  return { ...state, parameters: state.parameters.map((value) => value + 0.2 * standardNormal(random)) };
}

/** Largest difference relative to the element of `expected` or, for small ones, to a tenth of the root mean square. */
export function largestError(expected: Float64Array, found: Float64Array): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  const floor = 0.1 * Math.sqrt(expected.reduce((sum, value) => sum + value * value, 0) / expected.length);
  return expected.reduce((worst, value, i) => {
    const error = Math.abs(found[i]! - value) / Math.max(Math.abs(value), floor, Number.MIN_VALUE);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error);
  }, 0);
}
