import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment } from './problems.ts';

/**
 * The largest difference between the gradient and central differences of the objective at the same noise, relative to
 * the gradient's largest element. Differences of a smooth function with h = 1e-5 are good to about 1e-9.
 */
export function gradientError(changes: Changes): number {
  const problem = prepareProblem(
    testExperiment({ ...changes, dataset: { points: sinePoints(7), ...changes.dataset } }),
  );
  const { parameters } = initialState(problem);
  const random = createRandom(9, 99);
  for (let i = 0; i < parameters.length; i++) parameters[i]! += 0.2 * standardNormal(random);
  const step = 4;
  const { gradient } = freeEnergyGradient(problem, parameters, step);
  const { learn } = problem.experiment.likelihood;
  const objective = (at: Float64Array) => {
    const { costs } = freeEnergyGradient(problem, at, step);
    return costs.complexityCost * klFactor + costs.likelihoodCost;
  };
  const klFactor = problem.experiment.inference.klWeight / problem.batches;
  const h = 1e-5;
  const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let worst = 0;
  for (let i = 0; i < (learn ? parameters.length : parameters.length - 1); i++) {
    const up = parameters.slice();
    const down = parameters.slice();
    up[i]! += h;
    down[i]! -= h;
    const numeric = (objective(up) - objective(down)) / (2 * h);
    worst = Math.max(worst, Math.abs(numeric - gradient[i]!) / largest);
  }
  return worst;
}
