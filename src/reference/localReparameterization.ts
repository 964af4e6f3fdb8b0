import { denseForward } from '../networks/index.ts';
import { denseBackward } from './backward.ts';
import type { LikelihoodSample } from './estimators.ts';
import { activationNoise } from './noise.ts';
import { activate, activationOf, type Pass, product, squaresOf, throughActivation } from './pass.ts';

interface NoisyPass extends Pass {
  /** a² [rows, fanIn]. */
  readonly squares: Float64Array;
  /** d b / d variance = ζ/(2√variance), [rows, fanOut]. */
  readonly varianceSlope: Float64Array;
}

/**
 * Each example's pre-activations are drawn instead of the weights (Kingma et al. 2015, eq. 6): with a = inputs,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient of the variance, δζ/(2√variance), flows to
 * σ² of every weight and, through a², to the inputs.
 */
export function localReparameterization(sample: LikelihoodSample): void {
  const { problem, mu, sigma, rows, gradientMu, gradientSigma } = sample;
  const { seed } = problem.experiment;
  const activation = activationOf(problem);
  const variances = squaresOf(sigma);
  const passes: NoisyPass[] = [];
  let inputs = sample.inputs;
  problem.plan.layers.forEach((layer, index) => {
    const size = rows * layer.fanOut;
    const preActivations = new Float64Array(size);
    const variance = new Float64Array(size);
    const squares = squaresOf(inputs);
    denseForward(layer, mu, inputs, rows, preActivations);
    denseForward(layer, variances, squares, rows, variance);
    const zeta = activationNoise(size, seed, index, sample.step, sample.sample);
    const varianceSlope = addNoise(preActivations, variance, zeta);
    passes.push({ layer, inputs, preActivations, squares, varianceSlope });
    inputs = activate(preActivations, activation);
  });
  const gradientVariance = new Float64Array(mu.length);
  let delta = sample.cost(passes.at(-1)!.preActivations);
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index]!;
    const varianceDelta = product(delta, pass.varianceSlope);
    const inputDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    const squareDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    denseBackward(pass.layer, mu, pass.inputs, rows, delta, gradientMu, inputDelta);
    denseBackward(pass.layer, variances, pass.squares, rows, varianceDelta, gradientVariance, squareDelta);
    if (!inputDelta || !squareDelta) break;
    for (let k = 0; k < inputDelta.length; k++) inputDelta[k]! += 2 * pass.inputs[k]! * squareDelta[k]!;
    delta = throughActivation(inputDelta, passes[index - 1]!.preActivations, pass.inputs, activation);
  }
  for (let i = 0; i < sigma.length; i++) gradientSigma[i]! += 2 * sigma[i]! * gradientVariance[i]!;
}

/** Adds √variance ∘ ζ to the means and returns its derivative with respect to the variance. */
function addNoise(means: Float64Array, variance: Float64Array, zeta: Float64Array): Float64Array {
  const slope = new Float64Array(means.length);
  for (let k = 0; k < means.length; k++) {
    const deviation = Math.sqrt(variance[k]!);
    means[k]! += deviation * zeta[k]!;
    slope[k] = zeta[k]! / (2 * deviation);
  }
  return slope;
}
