import { createRandom, fillNormal, streams } from '../../math/random.ts';
import { softplus, softplusInverse } from '../../math/special.ts';
import { methods } from '../../model/methods/index.ts';
import { initialMeans } from '../../model/networks/index.ts';
import type { Problem } from '../problem/problem.ts';
import { type DrawnWeights, guards, type TrainingState } from './engine.ts';

/** Number of parameter vectors [mu | rho | log noise] in a state: one for each member or chain, else 1. */
export function stateRows({ experiment: { inference } }: Problem): number {
  return methods[inference.method].rows === 'samples' ? inference.samples : 1;
}

/** Length of one parameter vector: 2P + 1, or 3P + 1 where the posterior is sharpened. */
export function rowLength({ plan, sharpening }: Problem): number {
  return (sharpening === null ? 2 : 3) * plan.parameterCount + 1;
}

/**
 * The state before the first step: means by the network's initialisation, σ = `inference.initialSigma`, moments and
 * gains 0. Each member of an ensemble and each chain has its own means.
 */
export function initialState(problem: Problem): TrainingState {
  const { plan, experiment } = problem;
  const count = plan.parameterCount;
  const length = rowLength(problem);
  const rows = stateRows(problem);
  const parameters = new Float64Array(rows * length);
  for (let row = 0; row < rows; row++) {
    const stream = row === 0 ? streams.initialization : streams.members + row;
    const means = initialMeans(plan, createRandom(experiment.seed, stream));
    if (experiment.likelihood.kind === 'heteroscedastic') means[count - 1] = 2 * clampedLogNoise(problem);
    const start = row * length;
    parameters.set(means, start);
    parameters.fill(softplusInverse(experiment.inference.initialSigma), start + count, start + 2 * count);
    parameters[start + 2 * count] = clampedLogNoise(problem);
  }
  return {
    step: 0,
    parameters,
    firstMoment: new Float64Array(parameters.length),
    secondMoment: new Float64Array(parameters.length),
  };
}

/** log of the fixed or initial noise, clamped to the guards. */
export function clampedLogNoise({ noiseSigma }: Problem): number {
  return Math.min(Math.max(Math.log(noiseSigma), guards.logNoise[0]), guards.logNoise[1]);
}

/** μ, σ and log noise of one parameter vector of a state. mu is a view of it. */
export function posteriorOf(
  { plan: { parameterCount } }: Problem,
  parameters: Float64Array,
): { readonly mu: Float64Array; readonly sigma: Float64Array; readonly logNoise: number } {
  return {
    mu: parameters.subarray(0, parameterCount),
    sigma: parameters.subarray(parameterCount, 2 * parameterCount).map(softplus),
    logNoise: parameters[2 * parameterCount]!,
  };
}

/**
 * Draws of the current q, [draws, P] row-major: w = μ + σ ∘ ε. ε of the `prediction` stream depends on the draw's number
 * alone, not on the step.
 */
export function posteriorDraws(
  problem: Problem,
  parameters: Float64Array,
  firstDraw: number,
  draws: number,
): Float64Array {
  const { mu, sigma } = posteriorOf(problem, parameters);
  const weights = new Float64Array(draws * mu.length);
  for (let draw = 0; draw < draws; draw++) {
    const row = weights.subarray(draw * mu.length, (draw + 1) * mu.length);
    fillNormal(row, problem.experiment.seed, streams.prediction, 0, firstDraw + draw);
    for (let i = 0; i < row.length; i++) row[i] = mu[i]! + sigma[i]! * row[i]!;
  }
  return weights;
}

/** Draws of the current q with the log noise, which all draws share: Engine.draws of methods that fit a q. */
export function drawPosterior(
  problem: Problem,
  parameters: Float64Array,
  firstDraw: number,
  draws: number,
): DrawnWeights {
  return {
    weights: posteriorDraws(problem, parameters, firstDraw, draws),
    logNoise: new Float64Array(draws).fill(parameters[2 * problem.plan.parameterCount]!),
  };
}
