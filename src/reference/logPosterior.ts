import type { Problem } from '../experiment/problem/problem.ts';
import { priors } from '../model/priors/index.ts';
import { type BatchData, likelihoodCost } from './likelihoodCost.ts';
import { exactMaps, networkPass } from './maps.ts';

/** The two terms of −log p(w, D) at one w in nats, with all constants, before any factor. */
export interface PosteriorCosts {
  /** −log p(w). */
  readonly complexityCost: number;
  /** −log p(D | w) of the batch. */
  readonly likelihoodCost: number;
  /** d likelihoodCost / d log noise. */
  readonly logNoise: number;
}

/** Returns −log p(w); adds its gradient, times `factor`, to `gradient` [P]. weights: [P]. */
export function addPriorCost(
  { experiment: { prior }, priorScale }: Problem,
  weights: Float64Array,
  factor: number,
  gradient: Float64Array,
): number {
  const { logDensity, logDensityDerivative } = priors[prior.kind];
  let cost = 0;
  for (let i = 0; i < weights.length; i++) {
    const scale = priorScale[i]!;
    const scaled = weights[i]! / scale;
    cost += Math.log(scale) - logDensity(scaled, prior);
    gradient[i]! -= (factor * logDensityDerivative(scaled, prior)) / scale;
  }
  return cost;
}

/** Returns −log p(D | w) of a batch times `factor`, and adds its gradient to `gradient` [P]. */
export function addLikelihoodCost(
  problem: Problem,
  weights: Float64Array,
  logNoise: number,
  data: BatchData,
  factor: number,
  gradient: Float64Array,
): { readonly cost: number; readonly logNoise: number } {
  if (data.rows === 0) return { cost: 0, logNoise: 0 };
  const pass = networkPass(problem, exactMaps(problem, weights, gradient), data.inputs, data.rows);
  const part = likelihoodCost(problem, data, pass.outputs, logNoise, factor);
  pass.backward(part.delta, false);
  return part;
}

/** Returns both costs; adds the gradient of priorFactor · (−log p(w)) − log p(D | w) by w to `gradient` [P]. */
export function addPosteriorCosts(
  problem: Problem,
  weights: Float64Array,
  logNoise: number,
  data: BatchData,
  priorFactor: number,
  gradient: Float64Array,
): PosteriorCosts {
  const complexityCost = addPriorCost(problem, weights, priorFactor, gradient);
  const { cost, logNoise: slope } = addLikelihoodCost(problem, weights, logNoise, data, 1, gradient);
  return { complexityCost, likelihoodCost: cost, logNoise: slope };
}
