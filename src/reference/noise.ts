import { fillNormal, fillSigns, streams } from '../math/random.ts';

/** `size` standard normal numbers of a stream, for Monte Carlo sample `sample` of step `step`. */
function noiseOf(stream: number, size: number, seed: number, step: number, sample: number): Float64Array {
  const epsilon = new Float64Array(size);
  fillNormal(epsilon, seed, stream, step, sample);
  return epsilon;
}

/** The noise ε of the weights [P] for Monte Carlo sample `sample` of step `step`. */
export function weightNoise(
  parameterCount: number,
  seed: number,
  step: number,
  sample: number,
): Float64Array {
  return noiseOf(streams.weights, parameterCount, seed, step, sample);
}

/** The noise ε₀ of a minibatch's weights around those of a draw [P] (posterior sharpening). */
export function sharpeningNoise(
  parameterCount: number,
  seed: number,
  step: number,
  sample: number,
): Float64Array {
  return noiseOf(streams.sharpening, parameterCount, seed, step, sample);
}

/** The noise ζ of one layer's activations [rows, fanOut] (local reparameterisation). */
export function activationNoise(
  size: number,
  seed: number,
  layer: number,
  step: number,
  sample: number,
): Float64Array {
  return noiseOf(streams.activations + layer, size, seed, step, sample);
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
