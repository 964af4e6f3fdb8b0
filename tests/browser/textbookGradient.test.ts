import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-webgl';
import { expect, it } from 'vitest';
import { startWebgl } from '../../src/engine/tfjs/backend.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { fillNormal, streams } from '../../src/math/random.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { sinePoints, testExperiment } from '../reference/problems.ts';

/** log N(w; mean, sigma²), summed. */
function logNormal(w: tf.Tensor, mean: tf.Tensor | number, sigma: tf.Tensor | number): tf.Tensor {
  const z = tf.div(tf.sub(w, mean), sigma);
  return tf.sum(tf.sub(tf.mul(tf.square(z), -0.5), tf.add(tf.log(sigma), 0.5 * Math.log(2 * Math.PI))));
}

it('the gradient is that of log q − log p − log p(D|w) by automatic differentiation, one draw after the other', async () => {
  expect(await startWebgl()).toBe(true);
  const problem = prepareProblem(
    testExperiment({
      dataset: { points: sinePoints(6) },
      likelihood: { learn: false },
      inference: { kl: 'monte-carlo', samples: 3 },
    }),
  );
  const { experiment, plan } = problem;
  const { parameters } = initialState(problem);
  const step = 2;
  const count = plan.parameterCount;
  const x = tf.tensor2d(Float32Array.from(problem.inputs), [problem.n, 1]);
  const y = tf.tensor2d(Float32Array.from(problem.targets), [problem.n, 1]);
  const loss = (mu: tf.Tensor, rho: tf.Tensor) => {
    const sigma = tf.softplus(rho);
    let total: tf.Tensor = tf.scalar(0);
    for (let sample = 0; sample < experiment.inference.samples; sample++) {
      const epsilon = new Float32Array(count);
      fillNormal(epsilon, experiment.seed, streams.weights, step, sample);
      const w = tf.add(mu, tf.mul(sigma, tf.tensor1d(epsilon)));
      let hidden: tf.Tensor = x;
      plan.layers.forEach(({ fanIn, fanOut, kernelOffset, biasOffset }, layer) => {
        const kernel = tf.reshape(tf.slice(w, [kernelOffset], [fanIn * fanOut]), [fanIn, fanOut]);
        hidden = tf.add(
          tf.matMul(hidden as tf.Tensor2D, kernel as tf.Tensor2D),
          tf.slice(w, [biasOffset], [fanOut]),
        );
        if (layer < plan.layers.length - 1) hidden = tf.relu(hidden);
      });
      const f = tf.sub(logNormal(w, mu, sigma), logNormal(w, 0, experiment.prior.sigma));
      total = tf.add(total, tf.sub(f, logNormal(y, hidden, tf.fill(hidden.shape, problem.noiseSigma))));
    }
    return tf.div<tf.Scalar>(total, experiment.inference.samples);
  };
  const [gradientMu, gradientRho] = tf.grads(loss as (...inputs: tf.Tensor[]) => tf.Scalar)([
    tf.tensor1d(Float32Array.from(parameters.subarray(0, count))),
    tf.tensor1d(Float32Array.from(parameters.subarray(count, 2 * count))),
  ]) as [tf.Tensor, tf.Tensor];
  const expected = freeEnergyGradient(problem, parameters, step).gradient;
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const values = [...(await gradientMu.data()), ...(await gradientRho.data())];
  values.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-4 * largest));
});
