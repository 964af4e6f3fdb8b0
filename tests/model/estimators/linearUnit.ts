import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import { softplusInverse } from '../../../src/math/special.ts';
import type { EstimatorKind } from '../../../src/model/estimators/index.ts';
import type { golden } from '../../reference/golden.ts';
import { testExperiment } from '../../reference/problems.ts';

/** One of the golden cases: a linear unit whose first column, of ones, is the bias here. */
export type Case = (typeof golden.gradient_variance.cases)[number];

/** The case as a problem of one Monte Carlo sample without a KL, and its parameters. */
export function linearUnit(
  { X, t, mu, sigma, noise_sigma }: Case,
  estimator: EstimatorKind,
): { readonly problem: Problem; readonly parameters: Float64Array } {
  const problem = prepareProblem(
    testExperiment({
      dataset: { points: X.map(([, ...x], i) => ({ x, y: t[i]! })), standardize: false },
      network: { hidden: [] },
      likelihood: { noise: noise_sigma, learn: false },
      inference: { estimator, samples: 1, klWeight: 0 },
    }),
  );
  const { parameters } = initialState(problem);
  parameters.set(biasLast(mu));
  parameters.set(biasLast(sigma).map(softplusInverse), mu.length);
  return { problem, parameters };
}

/** golden.json has the bias first; here it is last. */
export function biasLast([bias, ...kernel]: readonly number[]): number[] {
  return [...kernel, bias!];
}

/** Mean and variance of numbers, with the standard errors of both. */
export function moments(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const central = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
  const variance = central(2);
  return {
    mean,
    meanError: Math.sqrt(variance / n),
    variance,
    varianceError: Math.sqrt((central(4) - variance ** 2) / n),
  };
}
