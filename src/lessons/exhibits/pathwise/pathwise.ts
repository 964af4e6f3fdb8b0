import { mean, variance } from '../../../math/moments.ts';
import { fillNormal, streams } from '../../../math/random.ts';

/** The distribution of w, and a constant added to the cost, which changes no exact gradient. */
export interface Setting {
  readonly mu: number;
  readonly sigma: number;
  readonly lift: number;
}

/** The parameter whose gradient is estimated. */
export type Of = 'mu' | 'sigma';

/** The two estimators of ∂E[f(w)]/∂θ from draws of w. */
export type GradientEstimator = 'pathwise' | 'score';

/** f(w), the cost of one weight in nats: a parabola with its minimum at 1, plus ripples. */
export function cost(w: number, lift: number): number {
  return 0.5 * (w - 1) ** 2 + 0.5 * Math.cos(3 * w) + lift;
}

/** f′(w). */
export function costSlope(w: number): number {
  return w - 1 - 1.5 * Math.sin(3 * w);
}

/** ∂E[f(w)]/∂μ or ∂σ for w ~ N(μ, σ²), exactly: E cos(3w) = cos(3μ) e^(−9σ²/2). */
export function exactGradient(of: Of, { mu, sigma }: Setting): number {
  const damping = Math.exp(-4.5 * sigma ** 2);
  if (of === 'mu') return mu - 1 - 1.5 * Math.sin(3 * mu) * damping;
  return sigma - 4.5 * sigma * Math.cos(3 * mu) * damping;
}

/**
 * The gradient estimate of one draw ε. `pathwise` (Kingma & Welling 2014; Blundell et al. 2015, prop. 1)
 * differentiates through w = μ + σε: f′(w) and f′(w) ε. `score` (Williams 1992) weights f by the change of log q(w):
 * f(w) ε/σ and f(w) (ε² − 1)/σ.
 */
export function oneEstimate(
  estimator: GradientEstimator,
  of: Of,
  { mu, sigma, lift }: Setting,
  epsilon: number,
): number {
  const w = mu + sigma * epsilon;
  if (estimator === 'pathwise') return costSlope(w) * (of === 'mu' ? 1 : epsilon);
  return (cost(w, lift) * (of === 'mu' ? epsilon : epsilon ** 2 - 1)) / sigma;
}

/** The noise of the exhibit: `count` standard normal numbers, the same for the same seed and sample. */
export function noise(count: number, seed: number, sample: number): Float64Array {
  const epsilon = new Float64Array(count);
  fillNormal(epsilon, seed, streams.weights, 0, sample);
  return epsilon;
}

/** The mean over the draws: one estimate from S = epsilon.length samples. */
function estimate(estimator: GradientEstimator, of: Of, setting: Setting, epsilon: Float64Array): number {
  return epsilon.reduce((sum, value) => sum + oneEstimate(estimator, of, setting, value), 0) / epsilon.length;
}

/** How the exhibit opens, and the seed of its repeated estimates. */
export const OPENING: Setting = { mu: -0.4, sigma: 0.7, lift: 0 };
export const REPEATS_SEED = 100;

/** Draws of w for one estimate in the exhibit, S. */
export const SAMPLES = 8;

/** Number of estimates from which one spread is measured. */
export const REPEATS = 800;

/** REPEATS independent estimates from S samples each. */
export function repeatedEstimates(
  estimator: GradientEstimator,
  of: Of,
  setting: Setting,
  samples: number,
  seed: number,
): Float64Array {
  const epsilon = noise(REPEATS * samples, seed, 1);
  return Float64Array.from({ length: REPEATS }, (_, i) =>
    estimate(estimator, of, setting, epsilon.subarray(i * samples, (i + 1) * samples)),
  );
}

/** Mean and standard deviation. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

export function spreadOf(values: Float64Array): Spread {
  return { mean: mean(values), deviation: Math.sqrt(variance(values)) };
}

/** Number of values in each of `bins` equal parts of [low, high]; values outside count in the outermost parts. */
export function histogram(values: Float64Array, low: number, high: number, bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.floor((bins * (value - low)) / (high - low));
    counts[Math.min(Math.max(bin, 0), bins - 1)]!++;
  }
  return counts;
}
