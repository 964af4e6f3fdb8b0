import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { softplusInverse } from '../../src/math/special.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { golden } from './golden.ts';
import { expectMeanFieldOptimum, trainToOptimum } from './optimum.ts';
import { linearProblem } from './problems.ts';

const truth = golden.bayesian_linear_regression[0]!;

describe('Bayesian linear regression in the reference engine', () => {
  it('has the exact free energy and gradient at a test point, within four standard errors', () => {
    const point = truth.test_point;
    const problem = linearProblem({ inference: { samples: 64 } });
    const { parameters } = initialState(problem);
    // Flat order is kernel (slope), then bias (intercept); the reference lists intercept, slope.
    parameters.set([
      point.mu[1]!,
      point.mu[0]!,
      softplusInverse(point.sigma[1]!),
      softplusInverse(point.sigma[0]!),
    ]);
    const steps = 400;
    const costs: number[] = [];
    const slopes: number[] = [];
    for (let step = 0; step < steps; step++) {
      const estimate = freeEnergyGradient(problem, parameters, step);
      costs.push(estimate.costs.complexityCost + estimate.costs.likelihoodCost);
      slopes.push(estimate.gradient[0]!);
    }
    expectWithin(costs, point.neg_elbo);
    expectWithin(slopes, point.dnegelbo_dmu[1]!);
  });

  it.each(['weight-sampling', 'local-reparameterization', 'flipout'] as const)(
    'reaches the mean-field optimum by %s',
    async (estimator) => {
      expectMeanFieldOptimum(await trainToOptimum(createReferenceEngine, { inference: { estimator } }));
    },
  );
});

function expectWithin(values: readonly number[], expected: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}
