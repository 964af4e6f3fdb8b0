import { likelihoods } from '../../model/likelihoods/index.ts';
import { priors } from '../../model/priors/index.ts';
import type { StepCosts } from '../engine/engine.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import type { FreeEnergy } from './snapshot.ts';

/** The first of the steps used for measuring: no run reaches them, so their noise is independent of training. */
const FIRST_STEP = 2 ** 31;

/**
 * Mean over draws of −log p(D | w), for all points, in nats and in the data's own units: the density of
 * y = mean + scale·z is that of z divided by scale. outputs: [draws, n, outputCount]; logNoise: [≥ draws].
 */
export function likelihoodCostOf(problem: Problem, outputs: Float64Array, logNoise: Float64Array): number {
  const { n, outputCount, targets, experiment, yScaler } = problem;
  if (n === 0) return 0;
  const { cost } = likelihoods[experiment.likelihood.kind];
  const slope = new Float64Array(outputCount + 1);
  const draws = outputs.length / (n * outputCount);
  let total = n * Math.log(yScaler.scale);
  for (let draw = 0; draw < draws; draw++)
    for (let row = 0; row < n; row++)
      total += cost(targets[row]!, outputs, (draw * n + row) * outputCount, logNoise[draw]!, slope) / draws;
  return total;
}

/** F for the whole data set in the data's own units. kl: KL[q(w_i) ‖ p(w_i)] of every weight. */
export function freeEnergyOf(
  problem: Problem,
  outputs: Float64Array,
  logNoise: Float64Array,
  kl: Float64Array,
): FreeEnergy {
  const likelihoodCost = likelihoodCostOf(problem, outputs, logNoise);
  const complexityCost = kl.reduce((sum, value) => sum + value, 0);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost };
}

/**
 * F of a sharpened posterior (Fortunato et al. 2017, §4) from frozen parameters: each minibatch of an epoch with its
 * own weights, at steps that no run reaches. The complexity cost is KL[q(φ) ‖ p(φ)] plus the KL of the weights of each minibatch.
 * draws: at least this many of each minibatch. kl: KL[q(w_i) ‖ p(w_i)] of every weight.
 */
export async function sharpenedFreeEnergy(
  problem: Problem,
  stepCosts: (step: number) => Promise<StepCosts>,
  draws: number,
  kl: Float64Array,
  yieldToMessages: Yield,
): Promise<FreeEnergy> {
  const { n, batches, yScaler, experiment } = problem;
  const epochs = Math.ceil(draws / experiment.inference.samples);
  const first = batches * Math.ceil(FIRST_STEP / batches);
  let sharpeningCost = 0;
  let likelihoodCost = n * Math.log(yScaler.scale);
  for (let step = 0; step < epochs * batches; step++) {
    await yieldToMessages();
    const costs = await stepCosts(first + step);
    sharpeningCost += (costs.sharpeningCost ?? 0) / epochs;
    likelihoodCost += costs.likelihoodCost / epochs;
  }
  const complexityCost = sharpeningCost + kl.reduce((sum, value) => sum + value, 0);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost, sharpeningCost };
}

/** Costs of a method without a q: means over the draws [draws, P] of −log p(w) and of −log p(D | w). */
export function logPosteriorCosts(
  problem: Problem,
  outputs: Float64Array,
  logNoise: Float64Array,
  drawn: Float64Array,
): FreeEnergy {
  const { priorScale, experiment } = problem;
  const { prior } = experiment;
  const { logDensity } = priors[prior.kind];
  const count = priorScale.length;
  let complexityCost = 0;
  for (let i = 0; i < drawn.length; i++) {
    const scale = priorScale[i % count]!;
    complexityCost -= ((logDensity(drawn[i]! / scale, prior) - Math.log(scale)) * count) / drawn.length;
  }
  const likelihoodCost = likelihoodCostOf(problem, outputs, logNoise);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost };
}
