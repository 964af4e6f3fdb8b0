import type { DrawnWeights, TrainingState } from '../../experiment/engine/engine.ts';
import { rowLength } from '../../experiment/engine/state.ts';
import { batchOfStep, type Problem } from '../../experiment/problem/problem.ts';
import type { ObjectiveGradient } from '../freeEnergy.ts';
import { batchData } from '../likelihoodCost.ts';
import { addPosteriorCosts } from '../logPosterior.ts';
import { gradientStep } from './gradientStep.ts';
import { type MethodSteps, sameState } from './method.ts';

/**
 * −log p(w) − log p(D | w) of every row of the state and its gradient by w and log noise (MAP; Blundell et al. 2015, §2).
 * Rows are independent. Costs are means over rows.
 */
export function posteriorGradient(
  problem: Problem,
  parameters: Float64Array,
  step: number,
): ObjectiveGradient {
  const { parameterCount } = problem.plan;
  const batch = batchOfStep(problem, step);
  const data = batchData(problem, batch);
  const gradient = new Float64Array(parameters.length);
  const length = rowLength(problem);
  const rows = parameters.length / length;
  let complexityCost = 0;
  let likelihoodCost = 0;
  for (let start = 0; start < parameters.length; start += length) {
    const weights = parameters.subarray(start, start + parameterCount);
    const logNoise = parameters[start + 2 * parameterCount]!;
    const weightGradient = gradient.subarray(start, start + parameterCount);
    const costs = addPosteriorCosts(problem, weights, logNoise, data, batch.klFactor, weightGradient);
    complexityCost += costs.complexityCost / rows;
    likelihoodCost += costs.likelihoodCost / rows;
    if (problem.experiment.likelihood.learn) gradient[start + 2 * parameterCount] = costs.logNoise;
  }
  return { costs: { complexityCost, likelihoodCost }, gradient };
}

/** Draw s is row s modulo the number of rows. */
function rowDraws(problem: Problem, state: TrainingState, firstDraw: number, draws: number): DrawnWeights {
  const { parameterCount } = problem.plan;
  const length = rowLength(problem);
  const rows = state.parameters.length / length;
  const weights = new Float64Array(draws * parameterCount);
  const logNoise = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const start = ((firstDraw + draw) % rows) * length;
    weights.set(state.parameters.subarray(start, start + parameterCount), draw * parameterCount);
    logNoise[draw] = state.parameters[start + 2 * parameterCount]!;
  }
  return { weights, logNoise };
}

/** One network, or several with different initial weights (Lakshminarayanan et al. 2017, without adversarial training). */
export const pointEstimates: MethodSteps = {
  step: gradientStep(posteriorGradient),
  view: sameState,
  draws: rowDraws,
};
