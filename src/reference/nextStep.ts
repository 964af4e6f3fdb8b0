import type { TrainingState } from '../experiment/engine/engine.ts';
import { posteriorOf } from '../experiment/engine/state.ts';
import { curveOf } from '../experiment/pictures/observeDraw.ts';
import type { NextStep } from '../experiment/pictures/snapshot.ts';
import { batchOfStep, type Problem } from '../experiment/problem/problem.ts';
import { estimators } from '../model/estimators/index.ts';
import { freeEnergyMethods } from './capabilities.ts';
import { freeEnergyGradient } from './freeEnergy.ts';
import { weightNoise } from './noise.ts';
import { optimizerStep } from './optimizer.ts';

/**
 * The parts of the next step from `state`, with the noise of that step (Blundell et al. 2015, §3.2, steps 1 to 7). Trains
 * nothing. curve: inputs of the plotted curve in the data's units, or null. Returns null for methods whose step does not
 * follow the gradient of F.
 */
export function nextStep(
  problem: Problem,
  state: TrainingState,
  curve: Float64Array | null,
): NextStep | null {
  if (!freeEnergyMethods.includes(problem.experiment.inference.method)) return null;
  const { experiment, plan, yScaler } = problem;
  const { estimator, kl } = experiment.inference;
  const count = plan.parameterCount;
  const { mu, sigma } = posteriorOf(problem, state.parameters);
  const { rows, klFactor } = batchOfStep(problem, state.step);
  const { costs, gradient } = freeEnergyGradient(problem, state.parameters, state.step);
  const after = optimizerStep(problem, state, gradient);
  const drawsWeights = kl === 'monte-carlo' || estimators[estimator].drawsWeights;
  const epsilon = drawsWeights ? weightNoise(count, experiment.seed, state.step, 0) : null;
  const weights = epsilon?.map((noise, i) => mu[i]! + sigma[i]! * noise) ?? null;
  return {
    step: after.step,
    epsilon,
    weights,
    curve: weights && curve && curveOf(problem, weights, curve),
    rows: rows.length,
    complexityShare: klFactor,
    complexityCost: costs.complexityCost + (costs.sharpeningCost ?? 0),
    likelihoodCost: costs.likelihoodCost + rows.length * Math.log(yScaler.scale),
    gradientMu: gradient.slice(0, count),
    gradientRho: gradient.slice(count, 2 * count),
    rho: state.parameters.slice(count, 2 * count),
    muAfter: after.parameters.slice(0, count),
    rhoAfter: after.parameters.slice(count, 2 * count),
    sigmaAfter: posteriorOf(problem, after.parameters).sigma,
  };
}
