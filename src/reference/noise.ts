import { fillNormal, fillSigns, streams } from '../math/random.ts';

/** The noise ε of the weights [P] for Monte Carlo sample `sample` of step `step`. */
export function weightNoise(
  parameterCount: number,
  seed: number,
  step: number,
  sample: number,
): Float64Array {
  const epsilon = new Float64Array(parameterCount);
  fillNormal(epsilon, seed, streams.weights, step, sample);
  return epsilon;
}

/** The noise ε₀ of a minibatch's weights around those of a draw [P] (posterior sharpening). */
export function sharpeningNoise(
  parameterCount: number,
  seed: number,
  step: number,
  sample: number,
): Float64Array {
  const epsilon = new Float64Array(parameterCount);
  fillNormal(epsilon, seed, streams.sharpening, step, sample);
  return epsilon;
}

/** The noise ζ of one layer's activations [rows, fanOut] (local reparameterisation). */
export function activationNoise(
  size: number,
  seed: number,
  layer: number,
  step: number,
  sample: number,
): Float64Array {
  const zeta = new Float64Array(size);
  fillNormal(zeta, seed, streams.activations + layer, step, sample);
  return zeta;
}

/** The signs of one layer's Flipout: s [rows, fanIn], then r [rows, fanOut]. */
export function flipoutSigns(
  size: number,
  seed: number,
  layer: number,
  step: number,
  sample: number,
): Float64Array {
  const signs = new Float64Array(size);
  fillSigns(signs, seed, streams.signs + layer, step, sample);
  return signs;
}
