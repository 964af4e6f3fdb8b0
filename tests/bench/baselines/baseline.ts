import * as tf from '@tensorflow/tfjs';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import { adamConstants } from '../../../src/model/optimizers/index.ts';
import type { NoiseSource } from './noise.ts';

/** A baseline: Bayes by Backprop in TensorFlow.js operations. */
export interface Baseline {
  /** The free energy of one draw of the noise, a scalar; call inside tidy. */
  readonly freeEnergy: () => tf.Scalar;
  /** The trained variables, in the order of TrainingState: all of μ, then all of ρ, then log noise if it is learned. */
  readonly variables: readonly tf.Variable[];
  /** Takes one step of Adam without waiting for its result. */
  readonly step: () => void;
  readonly dispose: () => void;
}

/** Creates a baseline that starts from `parameters`, [mu (P) | rho (P) | log noise (1)]. */
export type BaselineFactory = (problem: Problem, parameters: Float64Array, noise: NoiseSource) => Baseline;

/** Wraps an objective and its variables as a baseline; `owned` are other tensors to dispose with it. */
export function baselineOf(
  { experiment }: Problem,
  freeEnergy: () => tf.Scalar,
  variables: readonly tf.Variable[],
  owned: readonly tf.Tensor[],
): Baseline {
  const { beta1, beta2, epsilon } = adamConstants;
  const adam = tf.train.adam(experiment.inference.optimizer.learningRate, beta1, beta2, epsilon);
  return {
    freeEnergy,
    variables,
    step: () => {
      adam.minimize(freeEnergy);
    },
    dispose: () => {
      tf.dispose([...variables, ...owned]);
      adam.dispose();
    },
  };
}

/** A part of a vector of numbers as a tensor. */
export const tensorOf = (values: Float64Array, start: number, shape: number[]): tf.Tensor =>
  tf.tensor(Float32Array.from(values.subarray(start, start + tf.util.sizeFromShape(shape))), shape);

/** The same as a variable. */
export function variableOf(values: Float64Array, start: number, shape: number[], learns = true): tf.Variable {
  const initial = tensorOf(values, start, shape);
  const variable = tf.variable(initial, learns);
  initial.dispose();
  return variable;
}
