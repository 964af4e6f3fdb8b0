import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../../src/engine/wasm/index.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import {
  estimateFreeEnergy,
  freeEnergyTolerance,
  MAX_DRAWS,
  MIN_DRAWS,
} from '../../../src/experiment/scores/freeEnergyEstimate.ts';
import { createRandom, standardNormal } from '../../../src/math/random.ts';
import { softplusInverse } from '../../../src/math/special.ts';
import { createReferenceEngine } from '../../../src/reference/index.ts';
import { golden } from '../../reference/golden.ts';
import { type Changes, linearProblem, testExperiment } from '../../reference/problems.ts';

const truth = golden.bayesian_linear_regression[0]!;

/** An engine at given moments of q; nothing is trained. */
async function estimateAt(
  problem: Problem,
  mu: readonly number[],
  sigma: readonly number[],
  create = createReferenceEngine,
  draws: number | 'adaptive' = 'adaptive',
) {
  const state = initialState(problem);
  state.parameters.set([...mu, ...sigma.map(softplusInverse)]);
  const engine = create(problem, state);
  const estimate = await estimateFreeEnergy(problem, engine, draws);
  engine.dispose();
  return { ...estimate, standardError: estimate.standardError! };
}

/** Kernel, then bias; golden.json lists the bias first. */
const flat = ([bias, slope]: readonly number[]) => [slope!, bias!];

/** A linear model of y on `inputs` inputs with its bias, in the data's own units, with noise 0.5 and prior N(0, 1). */
function linearModel(inputs: number, rows: number, changes: Changes = {}) {
  const random = createRandom(7, inputs);
  const points = Array.from({ length: rows }, () => {
    const x = Array.from({ length: inputs }, () => standardNormal(random));
    return { x, y: x.reduce((sum, value) => sum + value, 0.3) + 0.5 * standardNormal(random) };
  });
  const problem = prepareProblem(
    testExperiment({
      dataset: { points, standardize: false },
      network: { hidden: [] },
      prior: { sigma: 1 },
      likelihood: { noise: 0.5, learn: false },
      ...changes,
    }),
  );
  /** F in closed form: E_q of the quadratic cost, and the Gaussian KL. */
  const exact = (mu: readonly number[], sigma: readonly number[]) => {
    const cost = points.reduce((sum, { x, y }) => {
      const design = [...x, 1];
      const mean = design.reduce((total, value, i) => total + value * mu[i]!, 0);
      const variance = design.reduce((total, value, i) => total + (value * sigma[i]!) ** 2, 0);
      return (
        sum + ((y - mean) ** 2 + variance) / (2 * 0.5 ** 2) + Math.log(0.5) + 0.5 * Math.log(2 * Math.PI)
      );
    }, 0);
    return mu.reduce((sum, m, i) => sum - Math.log(sigma[i]!) + (sigma[i]! ** 2 + m ** 2 - 1) / 2, cost);
  };
  return { problem, exact };
}

describe.each([
  ['reference', createReferenceEngine],
  ['wasm', createWasmEngine()],
] as const)('the estimate of F in the %s engine', (_name, create) => {
  it.each<[string, readonly number[], readonly number[], number]>([
    ['a test point', truth.test_point.mu, truth.test_point.sigma, truth.test_point.neg_elbo],
    ['the mean-field optimum', truth.mean_field.mean, truth.mean_field.sigma, -truth.mean_field.elbo],
  ])('is the closed form of the linear model at %s', async (_place, mu, sigma, exact) => {
    const { total, standardError } = await estimateAt(linearProblem(), flat(mu), flat(sigma), create);
    expect(standardError).toBeLessThanOrEqual(0.02);
    expect(Math.abs(total - exact)).toBeLessThan(3 * standardError);
  });

  it('is within 0.02 nats of error for three weights, also far from the optimum', async () => {
    const { problem, exact } = linearModel(2, 40);
    for (const [mu, sigma] of [
      [
        [1, 1, 0.3],
        [0.08, 0.08, 0.08],
      ],
      [
        [0.8, 1.1, 0.2],
        [0.2, 0.1, 0.3],
      ],
    ] as const) {
      const { total, complexityCost, likelihoodCost, standardError, draws } = await estimateAt(
        problem,
        mu,
        sigma,
        create,
      );
      expect(Math.abs(total)).toBeLessThan(100);
      expect(standardError).toBeLessThanOrEqual(0.02);
      expect(draws).toBeLessThan(MAX_DRAWS);
      expect(Math.abs(total - exact(mu, sigma))).toBeLessThan(3 * standardError);
      expect(total).toBeCloseTo(complexityCost + likelihoodCost, 9);
    }
  });
});

it('without a closed form of the KL, F is that of the Gaussian prior that the mixture equals', async () => {
  const { problem, exact } = linearModel(2, 40, {
    prior: { kind: 'scale-mixture', sigma1: 1, sigma2: 1, pi: 0.3 },
  });
  const [mu, sigma] = [
    [1, 1, 0.3],
    [0.08, 0.09, 0.1],
  ];
  const { total, standardError } = await estimateAt(problem, mu, sigma);
  expect(standardError).toBeLessThanOrEqual(0.02);
  expect(Math.abs(total - exact(mu, sigma))).toBeLessThan(3 * standardError);
});

it('the standard error is the spread of repeated estimates', async () => {
  const { problem, exact } = linearModel(2, 40);
  const [mu, sigma] = [
    [0.8, 1.1, 0.2],
    [0.2, 0.1, 0.3],
  ];
  const scores: number[] = [];
  for (let repeat = 0; repeat < 60; repeat++) {
    const other = { ...problem, experiment: { ...problem.experiment, seed: 100 + repeat } };
    const { total, standardError } = await estimateAt(other, mu, sigma, createReferenceEngine, 200);
    scores.push((total - exact(mu, sigma)) / standardError);
  }
  const variance = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
  // χ² of 60 scores: the standard error of their mean square is √(2/60) = 0.18.
  expect(Math.abs(variance - 1)).toBeLessThan(4 * 0.18);
});

it('stops at the first measurement where F is large, and at the stated maximum of draws', async () => {
  const { problem } = linearModel(2, 40);
  const far = await estimateAt(problem, [40, 40, 40], [0.01, 0.01, 0.01]);
  expect(far.total).toBeGreaterThan(100);
  expect(far.draws).toBe(MIN_DRAWS);
  expect(freeEnergyTolerance(-50)).toBe(0.02);
  expect(freeEnergyTolerance(-1000)).toBeCloseTo(0.2, 12);
});

it('has no standard error of dependent draws, or of too few', async () => {
  const { problem } = linearModel(2, 10);
  const one = await estimateAt(problem, [1, 1, 0.3], [0.1, 0.1, 0.1], createReferenceEngine, 1);
  expect(one.standardError).toBeUndefined();
  const chains = linearModel(2, 10, {
    inference: { ...problem.experiment.inference, method: 'hmc' },
  }).problem;
  const engine = createReferenceEngine(chains, initialState(chains));
  expect(await estimateFreeEnergy(chains, engine, 'adaptive')).not.toHaveProperty('standardError');
});
