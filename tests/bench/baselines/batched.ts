import * as tf from '@tensorflow/tfjs';
import type { DenseLayer } from '../../../src/model/networks/index.ts';
import { type BaselineFactory, baselineOf, tensorOf, variableOf } from './baseline.ts';
import { gaussianDivergence, likelihoodCost, logScaleMixture, targetsOf } from './densities.ts';

/**
 * The same objective, optimised for few kernel launches: one vector of μ and one of ρ, all draws at once as [S, P]
 * weights, one batched product per layer, no constants in the sums.
 */
export const createBatched: BaselineFactory = (problem, parameters, noise) => {
  const { experiment, plan, n, inputCount } = problem;
  const { samples, estimator, kl, klWeight } = experiment.inference;
  const { prior } = experiment;
  const count = plan.parameterCount;
  const mu = variableOf(parameters, 0, [count]);
  const rho = variableOf(parameters, count, [count]);
  const { learn } = experiment.likelihood;
  const logNoise = variableOf(parameters, 2 * count, [], learn);
  const x = tensorOf(problem.inputs, 0, [1, n, inputCount]);
  const inputs = tf.tile(x, [samples, 1, 1]);
  const y = targetsOf(problem);
  const last = plan.layers.length - 1;

  /** [S, n, outputs] under the draws w [S, P]. */
  const sampled = (w: tf.Tensor): tf.Tensor => {
    const part = (offset: number, shape: [number, number]) =>
      tf.reshape(tf.slice(w, [0, offset], [samples, shape[0] * shape[1]]), [samples, ...shape]);
    let hidden: tf.Tensor = inputs;
    plan.layers.forEach(({ fanIn, fanOut, kernelOffset, biasOffset }, index) => {
      hidden = tf.add(tf.matMul(hidden, part(kernelOffset, [fanIn, fanOut])), part(biasOffset, [1, fanOut]));
      if (index < last) hidden = tf.relu(hidden);
    });
    return hidden;
  };

  /** The same with sampled pre-activations; all draws share μ and σ, and so one product. */
  const reparameterized = (sigma: tf.Tensor): tf.Tensor => {
    const variance = tf.square(sigma);
    const affine = (of: tf.Tensor, values: tf.Tensor, { fanIn, fanOut, ...at }: DenseLayer) =>
      tf.add(
        tf.matMul(values, tf.reshape(tf.slice(of, [at.kernelOffset], [fanIn * fanOut]), [fanIn, fanOut])),
        tf.slice(of, [at.biasOffset], [fanOut]),
      );
    let hidden: tf.Tensor = tf.reshape(inputs, [samples * n, inputCount]);
    plan.layers.forEach((layer, index) => {
      const deviation = tf.sqrt(affine(variance, tf.square(hidden), layer));
      const zeta = noise.activations([samples * n, layer.fanOut], index, 'all');
      hidden = tf.add(affine(mu, hidden, layer), tf.mul(deviation, zeta));
      if (index < last) hidden = tf.relu(hidden);
    });
    return tf.reshape(hidden, [samples, n, problem.outputCount]);
  };

  const freeEnergy = (): tf.Scalar => {
    const sigma = tf.softplus(rho);
    const epsilon = estimator === 'weight-sampling' ? noise.weights([samples, count], 0, 'all') : null;
    const w = epsilon && tf.add(mu, tf.mul(sigma, epsilon));
    const outputs = w ? sampled(w) : reparameterized(sigma);
    const likelihood = tf.div(likelihoodCost(problem, outputs, y, logNoise), samples);
    return tf.add(likelihood, tf.mul(complexity(sigma, epsilon, w), klWeight));
  };

  /** With w = μ + σε, log q = −Σ log σ − ½ε² − ½ log 2π; the last two terms have no gradient. */
  const complexity = (sigma: tf.Tensor, epsilon: tf.Tensor | null, w: tf.Tensor | null): tf.Tensor => {
    if (kl === 'analytic' && prior.kind === 'gaussian') return gaussianDivergence(mu, sigma, prior.sigma);
    if (!(kl === 'monte-carlo' && epsilon && w && prior.kind === 'scale-mixture'))
      throw new Error(`no baseline has this complexity cost: ${kl}, ${prior.kind}`);
    const constant = 0.5 * count * Math.log(2 * Math.PI);
    const noisePart = tf.div(tf.mul(tf.sum(tf.square(epsilon)), 0.5), samples);
    const fromPosterior = tf.neg(tf.add(tf.add(tf.sum(tf.log(sigma)), noisePart), constant));
    return tf.sub(fromPosterior, tf.div(logScaleMixture(w, problem), samples));
  };

  const owned = [x, inputs, y];
  return learn
    ? baselineOf(problem, freeEnergy, [mu, rho, logNoise], owned)
    : baselineOf(problem, freeEnergy, [mu, rho], [...owned, logNoise]);
};
