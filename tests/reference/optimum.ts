import { expect } from 'vitest';
import type { EngineFactory } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { softplus } from '../../src/math/special.ts';
import { golden } from './golden.ts';
import { type Changes, linearProblem } from './problems.ts';

const truth = golden.bayesian_linear_regression[0]!;

/** Averaged iterates of a run on the linear model. */
export interface Optimum {
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
}

/**
 * Trains the linear model with S = 64 in two stages, learning rate 0.03 and then 0.003, and averages μ and ρ over the
 * iterates of the second (Polyak & Juditsky 1992): gradient noise scatters single iterates by about the square root of
 * the learning rate.
 */
export async function trainToOptimum(
  createEngine: EngineFactory,
  changes: Changes,
  [fastSteps, slowSteps] = [400, 600],
): Promise<Optimum> {
  const withRate = (learningRate: number) =>
    linearProblem({
      ...changes,
      prediction: { samples: 500 },
      inference: { samples: 64, ...changes.inference, optimizer: { kind: 'adam', learningRate } },
    });
  const fast = createEngine(withRate(0.03), initialState(withRate(0.03)));
  await trainExactly(fast.train, fastSteps);
  const problem = withRate(0.003);
  const slow = createEngine(problem, await fast.state());
  fast.dispose();
  const count = problem.plan.parameterCount;
  const sum = new Float64Array(2 * count);
  const stride = 10;
  for (let step = 0; step < slowSteps; step += stride) {
    await trainExactly(slow.train, stride);
    const { parameters } = await slow.state();
    for (let i = 0; i < sum.length; i++) sum[i]! += (parameters[i]! * stride) / slowSteps;
  }
  slow.dispose();
  return {
    mu: [...sum.subarray(0, count)],
    sigma: [...sum.subarray(count, 2 * count)].map(softplus),
  };
}

async function trainExactly(
  train: (steps: number, milliseconds: number) => Promise<number>,
  steps: number,
): Promise<void> {
  for (let taken = 0; taken < steps; ) taken += await train(steps - taken, 1000);
}

/** μ within 0.05 posterior standard deviations, σ within 3 %, −F within 0.05 nats of the best ELBO, below the evidence. */
export function expectMeanFieldOptimum({ mu, sigma }: Optimum): void {
  const [intercept, slope] = truth.mean_field.mean as [number, number];
  const [interceptSigma, slopeSigma] = truth.mean_field.sigma as [number, number];
  expect(Math.abs(mu[0]! - slope) / slopeSigma).toBeLessThan(0.05);
  expect(Math.abs(mu[1]! - intercept) / interceptSigma).toBeLessThan(0.05);
  expect(Math.abs(sigma[0]! / slopeSigma - 1)).toBeLessThan(0.03);
  expect(Math.abs(sigma[1]! / interceptSigma - 1)).toBeLessThan(0.03);
  const elbo = exactElbo(mu, sigma);
  expect(Math.abs(elbo - truth.mean_field.elbo)).toBeLessThan(0.05);
  expect(elbo).toBeLessThan(truth.exact.log_evidence);
}

/** −F of the linear model in closed form: E_q of the quadratic log-likelihood, less the Gaussian KL. */
function exactElbo(
  [slope, intercept]: readonly number[],
  [slopeSigma, interceptSigma]: readonly number[],
): number {
  let expectedLogLikelihood = 0;
  truth.X.forEach((row, i) => {
    const residual = truth.y[i]! - (intercept! + slope! * row[1]!);
    const variance = interceptSigma! ** 2 + (row[1]! * slopeSigma!) ** 2;
    expectedLogLikelihood -=
      Math.log(truth.noise_sigma) +
      0.5 * Math.log(2 * Math.PI) +
      (residual ** 2 + variance) / (2 * truth.noise_sigma ** 2);
  });
  const kl = (mu: number, sigma: number) => -Math.log(sigma) + (sigma ** 2 + mu ** 2) / 2 - 0.5;
  return expectedLogLikelihood - kl(slope!, slopeSigma!) - kl(intercept!, interceptSigma!);
}
