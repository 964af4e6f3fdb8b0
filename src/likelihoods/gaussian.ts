import { normalMixtureQuantile, sortedQuantile } from '../math/quantiles.ts';
import { logSumExp, normalLogDensity } from '../math/special.ts';

/** What the draws f_s of one input say of its target. Standard deviations and quantiles in the units of f. */
export interface PredictiveSummary {
  readonly mean: number;
  /** Standard deviation over draws of f: what more data would shrink. */
  readonly epistemicSigma: number;
  /** Standard deviation of the noise: what no data can shrink. */
  readonly aleatoricSigma: number;
  /** Quantiles of f over draws. */
  readonly epistemicLower: number;
  readonly epistemicUpper: number;
  /** Quantiles of the mixture (1/S′) Σ N(f_s, noise²). */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Summary of p(y | x, D) ≈ (1/S′) Σ N(y; f_s, noiseSigma²) at one input.
 * outputs: the draws f_s [S′]; interval: the central probability of the band, e.g. 0.9; start: a guess of
 * (lower, upper), for instance those of the neighbouring input. The epistemic variance divides by S′.
 */
export function summarizeGaussian(
  outputs: Float64Array,
  noiseSigma: number,
  interval: number,
  start?: { readonly lower: number; readonly upper: number },
): PredictiveSummary {
  const tail = (1 - interval) / 2;
  const sorted = outputs.slice().sort();
  let mean = 0;
  for (const f of outputs) mean += f / outputs.length;
  let variance = 0;
  for (const f of outputs) variance += (f - mean) ** 2 / outputs.length;
  const sigmas = new Float64Array(outputs.length).fill(noiseSigma);
  return {
    mean,
    epistemicSigma: Math.sqrt(variance),
    aleatoricSigma: noiseSigma,
    epistemicLower: sortedQuantile(sorted, tail),
    epistemicUpper: sortedQuantile(sorted, 1 - tail),
    lower: normalMixtureQuantile(sorted, sigmas, tail, start?.lower),
    upper: normalMixtureQuantile(sorted, sigmas, 1 - tail, start?.upper),
  };
}

/** −log N(y; f, noiseSigma²) in nats, constants included. */
export function gaussianCost(y: number, f: number, noiseSigma: number): number {
  return -normalLogDensity(y, f, noiseSigma);
}

/**
 * log p(y | x, D) ≈ log (1/S′) Σ_s N(y; f_s, noiseSigma²): the log of the mean, never the mean of the logs,
 * and never the density of one moment-matched normal. outputs: [S′].
 */
export function gaussianLogPredictive(y: number, outputs: Float64Array, noiseSigma: number): number {
  return logSumExp(outputs.map((f) => normalLogDensity(y, f, noiseSigma))) - Math.log(outputs.length);
}
