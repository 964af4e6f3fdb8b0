import * as tf from '@tensorflow/tfjs';

/** Where a baseline gets its standard normal numbers from. The shape is that of the tensor asked for. */
export interface NoiseSource {
  /** ε of the weights from `offset` on in the parameter vector, of Monte Carlo sample `sample` or of all. */
  readonly weights: (shape: number[], offset: number, sample: number | 'all') => tf.Tensor;
  /** ζ of a layer's pre-activations. */
  readonly activations: (shape: number[], layer: number, sample: number | 'all') => tf.Tensor;
}

/** TensorFlow.js's own, as anybody would take them. */
export const stockNoise: NoiseSource = {
  weights: (shape) => tf.randomNormal(shape),
  activations: (shape) => tf.randomNormal(shape),
};
