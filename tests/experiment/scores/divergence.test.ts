import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { createDivergenceCheck, largestCost, PATIENCE } from '../../../src/experiment/scores/divergence.ts';

const costs = (likelihoodCost: number) => ({ complexityCost: 10, likelihoodCost });

test('a cost beyond sense for many steps is a divergence, one that comes back is not', () => {
  const check = createDivergenceCheck(1e9);
  expect(check(10, costs(2e9))).toBeNull();
  expect(check(20, costs(5))).toBeNull();
  expect(check(30, costs(2e9))).toBeNull();
  expect(check(30 + PATIENCE - 1, costs(2e9))).toBeNull();
  expect(check(30 + PATIENCE, costs(2e9))).toBe('likelihoodCost');
});

test('the largest cost follows the data, their noise and the weights', () => {
  const problem = prepareProblem(defaultExperiment());
  const { n, targets, plan, noiseSigma, yScaler } = problem;
  const squares = targets.reduce((sum, y) => sum + y ** 2, 0);
  const zero =
    n * (Math.log(yScaler.scale) + 0.5 * Math.log(2 * Math.PI * noiseSigma ** 2)) +
    squares / (2 * noiseSigma ** 2);
  expect(largestCost(problem) / (1e6 * (zero + plan.parameterCount))).toBeCloseTo(1, 9);
});
