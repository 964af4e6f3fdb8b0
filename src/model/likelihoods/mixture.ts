import { normalMixtureQuantile, sortedQuantile } from '../../math/quantiles.ts';

/** Predictive distribution of all draws at one input. Standard deviations and quantiles in the units of the means. */
export interface PredictiveSummary {
  readonly mean: number;
  /** Standard deviation of f over draws: epistemic, reduced by more data. */
  readonly epistemicSigma: number;
  /** Root mean square of the noise over draws: aleatoric, not reduced by more data. */
  readonly aleatoricSigma: number;
  /** Quantiles of f over draws. */
  readonly epistemicLower: number;
  readonly epistemicUpper: number;
  /** Quantiles of the mixture (1/S′) Σ N(f_s, σ_s²). */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Summary of p(y | x, D) ≈ (1/S′) Σ N(y; means[s], sigmas[s]²) at one input. Variances divide by S′, so that
 * epistemic² + aleatoric² is the variance of the mixture.
 * means, sigmas: [S′]; interval: the central probability of the band, e.g. 0.9; start: a guess of (lower, upper), for
 * instance those of the neighbouring input.
 */
export function summarizeMixture(
  means: Float64Array,
  sigmas: Float64Array,
  interval: number,
  start?: { readonly lower: number; readonly upper: number },
): PredictiveSummary {
  const tail = (1 - interval) / 2;
  const sorted = means.slice().sort();
  // Relative to the first draw, so that identical draws have exactly that mean, and a variance of exactly 0.
  const first = means[0]!;
  let mean = first;
  let noiseVariance = 0;
  for (let s = 0; s < means.length; s++) {
    mean += (means[s]! - first) / means.length;
    noiseVariance += sigmas[s]! ** 2 / means.length;
  }
  let variance = 0;
  for (const f of means) variance += (f - mean) ** 2 / means.length;
  return {
    mean,
    epistemicSigma: Math.sqrt(variance),
    aleatoricSigma: Math.sqrt(noiseVariance),
    epistemicLower: sortedQuantile(sorted, tail),
    epistemicUpper: sortedQuantile(sorted, 1 - tail),
    lower: normalMixtureQuantile(means, sigmas, tail, start?.lower),
    upper: normalMixtureQuantile(means, sigmas, 1 - tail, start?.upper),
  };
}

/** Nominal probabilities of the central intervals that are checked. */
const LEVELS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/**
 * Fraction of targets inside their central interval of each probability 0.05 … 0.95 (Kuleshov et al. 2018, eq. 5).
 * distributions: F(y_i | x_i, D), the predictive distribution function at each target, [n].
 */
export function intervalReliability(
  distributions: Float64Array,
): readonly { readonly expected: number; readonly observed: number }[] {
  return LEVELS.map((expected) => ({
    expected,
    observed: distributions.filter((f) => Math.abs(f - 0.5) <= expected / 2).length / distributions.length,
  }));
}

/** Mean absolute difference between nominal and observed coverage over those probabilities: 0 is perfect. */
export function intervalCalibrationError(distributions: Float64Array): number {
  const levels = intervalReliability(distributions);
  return (
    levels.reduce((sum, { expected, observed }) => sum + Math.abs(expected - observed), 0) / levels.length
  );
}
