import type { LikelihoodSample } from './likelihoodSample.ts';
import { exactMaps, networkPass } from './maps.ts';

/** Parameters of posterior sharpening for one sample of the likelihood cost. */
export interface Sharpening {
  /** σ₀, the standard deviation of a minibatch's weights around those of the draw. */
  readonly sigma: number;
  /** Learned step of each weight along the gradient, η_i / σ₀², [P]. */
  readonly gains: Float64Array;
  /** The noise of the minibatch's weights, [P]. */
  readonly epsilon: Float64Array;
  /** d(−log p(batch | outputs)) / d outputs of this sample, not divided by S. */
  readonly slope: (outputs: Float64Array) => Float64Array;
  /** Factor of the KL of the minibatch's weights: β / S. */
  readonly factor: number;
  /** Gradient by the gains, [P]; added to. */
  readonly gradientGains: Float64Array;
}

/**
 * One sample by posterior sharpening (Fortunato et al. 2017, §4). From the draw φ = μ + σ ∘ ε, the weights of this minibatch
 * are θ = φ − η ∘ g + σ₀ ε₀ with g = −∇_φ log p(y | φ, x); their cost is KL[N(φ − η ∘ g, σ₀²) ‖ N(φ, σ₀²)] = ‖η ∘ g‖² / 2σ₀².
 * η = σ₀² · gain: where −log p is linear, a gain of 1 gives the exact posterior of θ. g is treated as a constant, without
 * second derivatives. Returns the KL in nats, before `factor`.
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
