import * as tf from '@tensorflow/tfjs';
import type { Problem } from '../../../src/experiment/problem/problem.ts';

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Σ log N(x; mean, sigma²). */
export function logNormal(x: tf.Tensor, mean: tf.Tensor | number, sigma: tf.Tensor | number): tf.Tensor {
  const z = tf.div(tf.sub(x, mean), sigma);
  return tf.sum(tf.sub(tf.mul(tf.square(z), -0.5), tf.add(tf.log(sigma), HALF_LOG_TWO_PI)));
}

function normalDensity(x: tf.Tensor, sigma: number): tf.Tensor {
  return tf.div(tf.exp(tf.mul(tf.square(tf.div(x, sigma)), -0.5)), sigma * Math.sqrt(2 * Math.PI));
}

/** Σ log p(w) under a mixture of two scales (Blundell et al. 2015, eq. 7). */
export function logScaleMixture(w: tf.Tensor, { experiment: { prior } }: Problem): tf.Tensor {
  const wide = tf.mul(normalDensity(w, prior.sigma1), prior.pi);
  const narrow = tf.mul(normalDensity(w, prior.sigma2), 1 - prior.pi);
  return tf.sum(tf.log(tf.add(wide, narrow)));
}

/** Σ KL[N(mu, sigma²) ‖ N(0, priorSigma²)]. */
export function gaussianDivergence(mu: tf.Tensor, sigma: tf.Tensor, priorSigma: number): tf.Tensor {
  const spread = tf.div(tf.add(tf.square(sigma), tf.square(mu)), 2 * priorSigma ** 2);
  return tf.sum(tf.sub(tf.add(tf.log(tf.div(priorSigma, sigma)), spread), 0.5));
}

/** −Σ log p(D | f), of Gaussian noise or of classes. outputs: [… , n, outputs]; targets: [n, 1], or [n, classes] of 0 and 1. */
export function likelihoodCost(
  { experiment }: Problem,
  outputs: tf.Tensor,
  targets: tf.Tensor,
  logNoise: tf.Tensor,
): tf.Tensor {
  switch (experiment.likelihood.kind) {
    case 'gaussian': {
      const z = tf.div(tf.sub(outputs, targets), tf.exp(logNoise));
      const constants = tf.mul(tf.add(logNoise, HALF_LOG_TWO_PI), outputs.size);
      return tf.add(tf.mul(tf.sum(tf.square(z)), 0.5), constants);
    }
    case 'categorical':
      return tf.neg(tf.sum(tf.mul(tf.logSoftmax(outputs), targets)));
    default:
      throw new Error(`no baseline has this likelihood: ${experiment.likelihood.kind}`);
  }
}

/** Targets as `likelihoodCost` takes them. */
export function targetsOf({ targets, n, classes }: Problem): tf.Tensor {
  if (classes === 0) return tf.tensor(Float32Array.from(targets), [n, 1]);
  return tf.cast(tf.oneHot(tf.tensor1d(Int32Array.from(targets), 'int32'), classes), 'float32');
}
