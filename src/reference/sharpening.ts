import type { LikelihoodSample } from './likelihoodSample.ts';
import { exactMaps, networkPass } from './maps.ts';

/** What posterior sharpening adds to a sample of the likelihood cost. */
export interface Sharpening {
  /** σ₀, the standard deviation of a minibatch's weights around those of the draw. */
  readonly sigma: number;
  /** How far each weight follows the gradient, η_i / σ₀², [P]. */
  readonly gains: Float64Array;
  /** The noise of the minibatch's weights, [P]. */
  readonly epsilon: Float64Array;
  /** d −log p(batch | outputs) / d outputs, of one sample alone. */
  readonly slope: (outputs: Float64Array) => Float64Array;
  /** What the KL of the minibatch's weights is multiplied by: β / S. */
  readonly factor: number;
  /** [P], added to. */
  readonly gradientGains: Float64Array;
}

/**
 * One sample by posterior sharpening (Fortunato et al. 2017, §4): from the draw φ = μ + σ ∘ ε the weights of this minibatch
 * are θ = φ − η ∘ g + σ₀ ε₀, g = −∇_φ log p(y | φ, x), and cost KL[N(φ − η ∘ g, σ₀²) ‖ N(φ, σ₀²)] = ‖η ∘ g‖² / 2σ₀².
 * With η = σ₀² gain a gain of 1 is the exact posterior of θ where −log p is a straight line. g counts as a constant: no
 * second derivatives. Returns that KL in nats, before `factor`.
 */
export function sharpenedSample(sample: LikelihoodSample, sharpening: Sharpening): number {
  const { weights, epsilon, cost, gradientMu, gradientSigma } = sample;
  const { sigma, gains, slope, factor, gradientGains } = sharpening;
  const variance = sigma * sigma;
  const g = gradientAt(sample, weights, slope);
  const sharpened = weights.map((w, i) => w - variance * gains[i]! * g[i]! + sigma * sharpening.epsilon[i]!);
  const gradient = gradientAt(sample, sharpened, cost);
  let squares = 0;
  for (let i = 0; i < g.length; i++) {
    const step = gains[i]! * g[i]!;
    squares += step * step;
    gradientMu[i]! += gradient[i]!;
    gradientSigma[i]! += gradient[i]! * epsilon[i]!;
    gradientGains[i]! += variance * g[i]! * (factor * step - gradient[i]!);
  }
  return 0.5 * variance * squares;
}

/** dL/dw at one w for the whole batch, from dL/d outputs; [P]. */
function gradientAt(
  { problem, inputs, rows }: LikelihoodSample,
  weights: Float64Array,
  slope: (outputs: Float64Array) => Float64Array,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  const pass = networkPass(problem, exactMaps(problem, weights, gradient), inputs, rows);
  pass.backward(slope(pass.outputs), false);
  return gradient;
}
