import type { Experiment } from '../experiment/document/experiment.ts';
import type { GradientVariance, SampleVariance } from '../experiment/pictures/snapshot.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { variance } from '../math/moments.ts';
import { type EstimatorKind, estimators } from '../model/estimators/index.ts';
import { freeEnergyMethods } from './capabilities.ts';
import { freeEnergyGradient } from './freeEnergy.ts';

/** First step number of this measurement; no run reaches it, so their noise never coincides. */
const FIRST_STEP = 2 ** 31;

/** The problem with one Monte Carlo sample, full batches and this estimator. */
function oneSample(problem: Problem, estimator: EstimatorKind): Problem {
  const { inference } = problem.experiment;
  const experiment: Experiment = {
    ...problem.experiment,
    inference: { ...inference, estimator, samples: 1, batchSize: 'full' },
  };
  return { ...problem, experiment, batchSize: Math.max(1, problem.n), batches: 1 };
}

/** Moments of estimates from one Monte Carlo sample each. */
interface SampleMoments {
  /** Mean and unbiased variance of ∂F/∂θ_i, θ = [mu (P) | rho (P)]. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Unbiased variance of the estimates of F, nats². */
  readonly costVariance: number;
}

/** Moments of the one-sample estimates of ∂F/∂θ and of F. draws: ≥ 2. */
export function gradientMoments(
  problem: Problem,
  parameters: Float64Array,
  estimator: EstimatorKind,
  draws: number,
): SampleMoments {
  const single = oneSample(problem, estimator);
  const count = 2 * problem.plan.parameterCount;
  const mean = new Float64Array(count);
  const squares = new Float64Array(count);
  const costs = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const { gradient, costs: estimate } = freeEnergyGradient(single, parameters, FIRST_STEP + draw);
    costs[draw] = estimate.complexityCost + estimate.likelihoodCost;
    for (let i = 0; i < count; i++) {
      const before = gradient[i]! - mean[i]!;
      mean[i]! += before / (draw + 1);
      squares[i]! += before * (gradient[i]! - mean[i]!);
    }
  }
  return { mean, variance: squares.map((sum) => sum / (draws - 1)), costVariance: variance(costs) };
}

/**
 * Variances of the estimates of one Monte Carlo sample, by each estimator, from `draws` samples each; null for methods whose
 * step does not use this gradient.
 */
export function gradientVariance(
  problem: Problem,
  parameters: Float64Array,
  draws: number,
): GradientVariance | null {
  if (!freeEnergyMethods.includes(problem.experiment.inference.method)) return null;
  const ofSample = (estimator: EstimatorKind): SampleVariance => {
    const moments = gradientMoments(problem, parameters, estimator, draws);
    return {
      gradient: moments.variance.reduce((sum, value) => sum + value, 0),
      cost: moments.costVariance,
    };
  };
  const { kind } = problem.experiment.network;
  const able = (Object.keys(estimators) as EstimatorKind[]).filter(
    (estimator) =>
      (kind !== 'recurrent' || estimators[estimator].supportsRecurrent) &&
      (problem.sharpening === null || estimators[estimator].sharesWeightsAcrossBatch),
  );
  return Object.fromEntries(able.map((estimator) => [estimator, ofSample(estimator)]));
}
