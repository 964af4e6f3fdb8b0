import * as tf from '@tensorflow/tfjs';

/** The source of a baseline's standard normal numbers. The shape is that of the requested tensor. */
export interface NoiseSource {
  /** ε of the weights from `offset` on in the parameter vector, of Monte Carlo sample `sample` or of all. */
  readonly weights: (shape: number[], offset: number, sample: number | 'all') => tf.Tensor;
  /** ζ of a layer's pre-activations. */
  readonly activations: (shape: number[], layer: number, sample: number | 'all') => tf.Tensor;
}

/** The generator of TensorFlow.js, as a user would call it. */
export const stockNoise: NoiseSource = {
  weights: (shape) => tf.randomNormal(shape),
  activations: (shape) => tf.randomNormal(shape),
};
