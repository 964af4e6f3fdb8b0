import { fillNormal, streams } from '../../math/random.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import { methods } from '../../model/methods/index.ts';
import { activations, multiplyAdds, networkOutputs } from '../../model/networks/index.ts';
import { priors } from '../../model/priors/index.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { likelihoodCostOf } from './observeCosts.ts';
import type { OneDraw } from './snapshot.ts';

/** Multiply-adds that the outputs of one draw may cost; above that, no draw is shown. */
const BUDGET = 2e7;

/** q(w | θ) after `step` steps. */
interface Posterior {
  readonly step: number;
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  readonly logNoise: number;
}

/**
 * One draw w = μ + σ ∘ ε of q with its curve and its costs. ε is the noise of the draws behind predictions, so a frozen draw is
 * one of their curves and moves only because q moves. curve: inputs of the plotted curve in the data's units, or null.
 * Null where the page shows no draw, where there is no q, and where the network is too large.
 */
export function observeDraw(
  problem: Problem,
  { step, mu, sigma, logNoise }: Posterior,
  curve: Float64Array | null,
  kept: Uint8Array | undefined,
): OneDraw | null {
  const { experiment, plan } = problem;
  const { draw: mode, drawIndex } = experiment.view;
  if (mode === 'off' || methods[experiment.inference.method].cost !== 'free-energy') return null;
  if ((problem.n + (curve?.length ?? 0)) * multiplyAdds(plan) > BUDGET) return null;
  const epsilon = new Float64Array(mu.length);
  const index = mode === 'zero' ? null : mode === 'resampled' ? step : drawIndex;
  if (index !== null) fillNormal(epsilon, experiment.seed, streams.prediction, 0, index);
  const weights = epsilon.map((noise, i) => mu[i]! + sigma[i]! * noise);
  const predicting = kept ? weights.map((w, i) => (kept[i] === 0 ? 0 : w)) : weights;
  return {
    index,
    epsilon,
    weights,
    curve: curve && curveOf(problem, predicting, curve),
    complexityCost: complexityOf(problem, weights, epsilon, sigma),
    likelihoodCost: likelihoodCostOf(
      problem,
      networkOutputs(plan, activations[experiment.network.activation], weights, problem.inputs),
      Float64Array.of(logNoise),
    ),
  };
}

/** f(x, w) along x, in the data's units. */
export function curveOf(problem: Problem, weights: Float64Array, x: Float64Array): Float64Array {
  const { plan, experiment, xScalers, yScaler, outputCount } = problem;
  const places = Array.from(x, (value) => ({ x: [value] }));
  const outputs = networkOutputs(
    plan,
    activations[experiment.network.activation],
    weights,
    standardizedInputs(places, xScalers),
  );
  return x.map((_, i) => yScaler.mean + yScaler.scale * outputs[i * outputCount]!);
}

/** log q(w | θ) − log p(w) of one w, in nats; its mean over draws of q is the KL (Blundell et al. 2015, eq. 2). */
function complexityOf(
  { experiment: { prior }, priorScale }: Problem,
  weights: Float64Array,
  epsilon: Float64Array,
  sigma: Float64Array,
): number {
  const { logDensity } = priors[prior.kind];
  return weights.reduce((sum, w, i) => {
    const scale = priorScale[i]!;
    const logQ = -Math.log(sigma[i]!) - 0.5 * (LOG_TWO_PI + epsilon[i]! ** 2);
    return sum + logQ - logDensity(w / scale, prior) + Math.log(scale);
  }, 0);
}
