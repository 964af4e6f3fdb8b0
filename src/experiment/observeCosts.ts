import { likelihoods } from '../likelihoods/index.ts';
import { priors } from '../priors/index.ts';
import type { Problem } from './problem.ts';
import type { FreeEnergy } from './snapshot.ts';

/**
 * Mean over draws of −log p(D | w), for all points, in nats and in the data's own units: the density of
 * y = mean + scale·z is that of z divided by scale. outputs: [draws, n, outputCount]; logNoise: [≥ draws].
 */
function meanLikelihoodCost(problem: Problem, outputs: Float64Array, logNoise: Float64Array): number {
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
  const likelihoodCost = meanLikelihoodCost(problem, outputs, logNoise);
  const complexityCost = kl.reduce((sum, value) => sum + value, 0);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost };
}

/** Where there is no q: means over the draws [draws, P] of −log p(w) and of −log p(D | w). */
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
  const likelihoodCost = meanLikelihoodCost(problem, outputs, logNoise);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost };
}
