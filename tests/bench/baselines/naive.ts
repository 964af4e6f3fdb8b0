import * as tf from '@tensorflow/tfjs';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import { type BaselineFactory, baselineOf, tensorOf, variableOf } from './baseline.ts';
import { gaussianDivergence, likelihoodCost, logNormal, logScaleMixture, targetsOf } from './densities.ts';
import { naiveForward } from './naiveForward.ts';

/** The kernel or the bias of a layer: q(w | θ) = N(mu, softplus(rho)²). */
interface Weights {
  readonly mu: tf.Variable;
  readonly rho: tf.Variable;
  readonly offset: number;
}

interface Layer {
  readonly kernel: Weights;
  readonly bias: Weights;
}

/**
 * Bayes by Backprop in textbook form: for each Monte Carlo sample, draw the weights, add log q − log p, run the
 * network; the loss is the mean of −log p(D | w) + log q − log p; autodiff does the rest.
 */
export const createNaive: BaselineFactory = (problem, parameters, noise) => {
  const { experiment, plan, n, inputCount } = problem;
  const { samples, estimator, kl, klWeight } = experiment.inference;
  const count = plan.parameterCount;
  const weights = (offset: number, shape: number[]): Weights => ({
    mu: variableOf(parameters, offset, shape),
    rho: variableOf(parameters, count + offset, shape),
    offset,
  });
  const layers: readonly Layer[] = plan.layers.map(({ fanIn, fanOut, kernelOffset, biasOffset }) => ({
    kernel: weights(kernelOffset, [fanIn, fanOut]),
    bias: weights(biasOffset, [fanOut]),
  }));
  const x = tensorOf(problem.inputs, 0, [n, inputCount]);
  const y = targetsOf(problem);
  const { learn } = experiment.likelihood;
  const logNoise = variableOf(parameters, 2 * count, [], learn);

  /** One draw of a weight tensor, and its part of the complexity cost. */
  const draw = ({ mu, rho, offset }: Weights, sample: number) => {
    const sigma = tf.softplus(rho);
    const w = tf.add(mu, tf.mul(sigma, noise.weights(mu.shape, offset, sample)));
    return { w, complexity: complexityOf(problem, w, mu, sigma, kl) };
  };

  /** Outputs of the network under one draw of all its weights, and their complexity cost. */
  const sampled = (sample: number) => {
    const drawn = layers.map(({ kernel, bias }) => ({
      kernel: draw(kernel, sample),
      bias: draw(bias, sample),
    }));
    const maps = drawn.map(({ kernel, bias }) => ({ kernel: kernel.w, bias: bias.w }));
    return {
      output: naiveForward(plan, experiment.network.activation, maps, x),
      complexity: drawn.reduce<tf.Tensor>(
        (sum, { kernel, bias }) => tf.add(sum, tf.add(kernel.complexity, bias.complexity)),
        tf.scalar(0),
      ),
    };
  };

  /** Sampled pre-activations (Kingma et al. 2015, eq. 6). */
  const reparameterized = ({ kernel, bias }: Layer, input: tf.Tensor, sample: number, index: number) => {
    const [kernelSigma, biasSigma] = [tf.softplus(kernel.rho), tf.softplus(bias.rho)];
    const mean = tf.add(tf.matMul(input, kernel.mu), bias.mu);
    const spread = tf.matMul(tf.square(input), tf.square(kernelSigma));
    const deviation = tf.sqrt(tf.add(spread, tf.square(biasSigma)));
    return {
      output: tf.add(mean, tf.mul(deviation, noise.activations(mean.shape, index, sample))),
      complexity: tf.add(
        complexityOf(problem, null, kernel.mu, kernelSigma, kl),
        complexityOf(problem, null, bias.mu, biasSigma, kl),
      ),
    };
  };

  /** The same for a dense network with sampled pre-activations. */
  const activationsSampled = (sample: number) => {
    if (experiment.network.kind !== 'dense')
      throw new Error(`no baseline draws the activations of this network: ${experiment.network.kind}`);
    let hidden: tf.Tensor = x;
    let complexity: tf.Tensor = tf.scalar(0);
    layers.forEach((layer, index) => {
      const one = reparameterized(layer, hidden, sample, index);
      complexity = tf.add(complexity, one.complexity);
      hidden = index < layers.length - 1 ? tf.relu(one.output) : one.output;
    });
    return { output: hidden, complexity };
  };

  const freeEnergy = (): tf.Scalar => {
    let total: tf.Tensor = tf.scalar(0);
    for (let sample = 0; sample < samples; sample++) {
      const { output, complexity } =
        estimator === 'local-reparameterization' ? activationsSampled(sample) : sampled(sample);
      total = tf.add(total, tf.mul(complexity, klWeight));
      total = tf.add(total, likelihoodCost(problem, output, y, logNoise));
    }
    return tf.div(total, samples);
  };

  const tensors = layers.flatMap(({ kernel, bias }) => [kernel, bias]);
  const learned = [...tensors.map(({ mu }) => mu), ...tensors.map(({ rho }) => rho)];
  return learn
    ? baselineOf(problem, freeEnergy, [...learned, logNoise], [x, y])
    : baselineOf(problem, freeEnergy, learned, [x, y, logNoise]);
};

/** log q(w | θ) − log p(w) of a draw, or the exact KL if the experiment uses it. */
function complexityOf(
  problem: Problem,
  w: tf.Tensor | null,
  mu: tf.Tensor,
  sigma: tf.Tensor,
  kl: 'analytic' | 'monte-carlo',
): tf.Tensor {
  const { prior } = problem.experiment;
  if (kl === 'analytic' && prior.kind === 'gaussian') return gaussianDivergence(mu, sigma, prior.sigma);
  if (kl === 'monte-carlo' && w && prior.kind === 'scale-mixture')
    return tf.sub(logNormal(w, mu, sigma), logScaleMixture(w, problem));
  throw new Error(`no baseline has this complexity cost: ${kl}, ${prior.kind}`);
}
