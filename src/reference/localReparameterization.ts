import { denseForward, type LinearMaps } from '../model/networks/index.ts';
import { denseBackward } from './backward.ts';
import type { LikelihoodSample } from './likelihoodSample.ts';
import { networkPass, product, squaresOf } from './maps.ts';
import { activationNoise } from './noise.ts';

/**
 * Draws each example's pre-activations instead of the weights (Kingma et al. 2015, eq. 6): with inputs a,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient by the variance, δζ/(2√variance), is propagated to
 * σ² of every weight and, through a², to the inputs. A convolution draws at every place independently, from two
 * convolutions, a ∗ μ and a² ∗ σ² (Shridhar et al. 2018, §4.1).
 */
export function localReparameterization(sample: LikelihoodSample): void {
  const { problem, sigma, rows, gradientSigma } = sample;
  const gradientVariance = new Float64Array(sigma.length);
  const pass = networkPass(problem, noisyMaps(sample, gradientVariance), sample.inputs, rows);
  pass.backward(sample.cost(pass.outputs), false);
  for (let i = 0; i < sigma.length; i++) gradientSigma[i]! += 2 * sigma[i]! * gradientVariance[i]!;
}

/** The linear maps with drawn outputs. Their backward pass adds to the gradients by μ and σ². */
export function noisyMaps(
  { problem, mu, sigma, gradientMu, step, sample }: LikelihoodSample,
  gradientVariance: Float64Array,
): LinearMaps {
  const variances = squaresOf(sigma);
  const { plan, experiment } = problem;
  return (index, inputs, rows) => {
    const layer = plan.layers[index]!;
    const outputs = new Float64Array(rows * layer.fanOut);
    const variance = new Float64Array(outputs.length);
    const squares = squaresOf(inputs);
    denseForward(layer, mu, inputs, rows, outputs);
    denseForward(layer, variances, squares, rows, variance);
    const zeta = activationNoise(outputs.length, experiment.seed, index, step, sample);
    const slope = addNoise(outputs, variance, zeta);
    return {
      outputs,
      backward: (delta, wantsInputs) => {
        const inputDelta = wantsInputs ? new Float64Array(inputs.length) : null;
        const squareDelta = wantsInputs ? new Float64Array(inputs.length) : null;
        denseBackward(layer, mu, inputs, rows, delta, gradientMu, inputDelta);
        denseBackward(layer, variances, squares, rows, product(delta, slope), gradientVariance, squareDelta);
        if (inputDelta && squareDelta)
          for (let k = 0; k < inputDelta.length; k++) inputDelta[k]! += 2 * inputs[k]! * squareDelta[k]!;
        return inputDelta;
      },
    };
  };
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
