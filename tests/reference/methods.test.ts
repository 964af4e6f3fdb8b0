import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { meanStandardError, splitRHat } from '../../src/math/mcmcDiagnostics.ts';
import { softplus } from '../../src/math/special.ts';
import { type MethodKind, methods } from '../../src/model/methods/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { golden } from './golden.ts';
import { linearProblem, sinePoints, testExperiment } from './problems.ts';

const truth = golden.bayesian_linear_regression[0]!;
/** The project's order is slope, intercept; golden.json's is intercept, slope. */
const exactMean = [truth.exact.mean[1]!, truth.exact.mean[0]!];
const exactSigma = [Math.sqrt(truth.exact.cov[1]![1]!), Math.sqrt(truth.exact.cov[0]![0]!)];

const noYield = async () => {};

async function trained(problem: Problem, steps: number): Promise<Engine> {
  const engine = createReferenceEngine(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  return engine;
}

const linear = (method: MethodKind, samples = 4) =>
  linearProblem({
    inference: { method, samples, optimizer: { kind: 'adam', learningRate: 0.02 } },
    prediction: { samples: 500 },
  });

describe('Hamiltonian Monte Carlo on the linear model', () => {
  it('has the exact posterior means within four Monte Carlo standard errors, and R-hat below 1.01', async () => {
    const { chains } = await (await trained(linear('hmc'), 2400)).state();
    const ofWeight = (i: number) =>
      chains!.draws.map((draws) => draws.filter((_, position) => position % 2 === i));
    for (const i of [0, 1]) {
      const draws = ofWeight(i);
      const all = draws.flatMap((chain) => [...chain]);
      const mean = all.reduce((sum, w) => sum + w, 0) / all.length;
      const variance = all.reduce((sum, w) => sum + (w - mean) ** 2, 0) / all.length;
      expect(Math.abs(mean - exactMean[i]!)).toBeLessThan(4 * meanStandardError(draws));
      // The variance is the mean of (w − exact mean)²: its standard error is that of those squares.
      const squares = draws.map((chain) => chain.map((w) => (w - exactMean[i]!) ** 2));
      expect(Math.abs(variance - exactSigma[i]! ** 2)).toBeLessThan(4 * meanStandardError(squares));
      expect(splitRHat(draws)).toBeLessThan(1.01);
    }
    expect(chains!.divergences).toBe(0);
  });

  it('reports R-hat, effective sample size, acceptance, and the remaining warm-up', async () => {
    const engine = createReferenceEngine(linear('hmc'), initialState(linear('hmc')));
    for (let taken = 0; taken < 100; ) taken += await engine.train(100 - taken, 1e9);
    const early = (await observe(linear('hmc'), engine, noYield)).chains!;
    expect(early).toMatchObject({ chains: 4, draws: 0, warmupLeft: 300, rHat: null });
    for (let taken = 0; taken < 1500; ) taken += await engine.train(1500 - taken, 1e9);
    const late = (await observe(linear('hmc'), engine, noYield)).chains!;
    expect(late).toMatchObject({ draws: 1200, warmupLeft: 0, divergences: 0 });
    expect(late.rHat).toBeLessThan(1.01);
    expect(late.effectiveSampleSize).toBeGreaterThan(400);
    expect(late.acceptance).toBeGreaterThan(0.6);
  });

  it('draws a learned noise with the weights, and continues from its own state', async () => {
    const problem = prepareProblem(
      testExperiment({ dataset: { points: sinePoints(12) }, inference: { method: 'hmc', samples: 2 } }),
    );
    const whole = await (await trained(problem, 430)).state();
    const half = await (await trained(problem, 410)).state();
    const resumed = createReferenceEngine(problem, structuredClone(half));
    await resumed.train(20, 1e9);
    expect((await resumed.state()).parameters).toEqual(whole.parameters);
    const noise = whole.chains!.draws[0]!.filter((_, i) => i % 17 === 16);
    expect(new Set(noise).size).toBeGreaterThan(10);
  });

  it('never keeps more draws than fit, evenly thinned', async () => {
    const { chains } = await (await trained(linear('hmc', 1), 3000)).state();
    expect(chains).toMatchObject({ kept: 1300, thinning: 2 });
    expect(chains!.draws[0]!.length).toBe(2 * 1300);
    expect(chains!.logDensities[0]!.length).toBe(1300);
  });
});

describe('point estimates', () => {
  it('MAP on the linear model is the exact posterior mean, without epistemic uncertainty', async () => {
    const problem = linear('map');
    const engine = await trained(problem, 2000);
    const { mu, sigma, kl } = (await observe(problem, engine, noYield)).weights;
    mu.forEach((w, i) => expect(Math.abs(w - exactMean[i]!)).toBeLessThan(1e-6));
    expect([...sigma]).toEqual([0, 0]);
    expect(kl).toBeNull();
  });

  it('reports −log p(w) and −log p(D | w) at its weights', async () => {
    const problem = linear('map');
    const { freeEnergy } = await observe(problem, await trained(problem, 2000), noYield);
    const [slope, intercept] = exactMean as [number, number];
    const prior = Math.log(2 * Math.PI) + (slope ** 2 + intercept ** 2) / 2;
    const likelihood = truth.X.reduce((sum, row, i) => {
      const residual = (truth.y[i]! - intercept - slope * row[1]!) / truth.noise_sigma;
      return sum + 0.5 * residual ** 2 + Math.log(truth.noise_sigma) + 0.5 * Math.log(2 * Math.PI);
    }, 0);
    expect(freeEnergy.complexityCost).toBeCloseTo(prior, 6);
    expect(freeEnergy.likelihoodCost).toBeCloseTo(likelihood, 6);
  });

  it('a diagonal Laplace on the linear model has the exact diagonal curvature: the best mean-field σ', async () => {
    const problem = linear('laplace');
    const engine = await trained(problem, 2000);
    const { parameters } = await engine.state();
    truth.mean_field.sigma.forEach((sigma, i) => expect(softplus(parameters[3 - i]!)).toBeCloseTo(sigma, 6));
    const { total } = (await observe(problem, engine, noYield)).freeEnergy;
    // 32 draws of a cost whose variance is near P/2.
    expect(Math.abs(total + truth.mean_field.elbo)).toBeLessThan(4 * Math.sqrt(1 / 32));
  });

  it('members of an ensemble start apart, agree if the model is linear, and differ if it is not', async () => {
    const agree = await observe(
      linear('deep-ensemble'),
      await trained(linear('deep-ensemble'), 2000),
      noYield,
    );
    agree.weights.sigma.forEach((sigma) => expect(sigma).toBeLessThan(1e-5));
    const problem = prepareProblem(
      testExperiment({
        dataset: { points: sinePoints(12) },
        network: { hidden: [20] },
        inference: { method: 'deep-ensemble', samples: 5 },
      }),
    );
    const picture = await observe(problem, await trained(problem, 300), noYield);
    expect(Math.max(...picture.weights.sigma)).toBeGreaterThan(0.1);
    expect(Math.max(...curveOf(picture).epistemicSigma)).toBeGreaterThan(0.1);
  });

  it('MC dropout drops hidden units at its rate, and keeps the mean of the weights', async () => {
    const problem = prepareProblem(
      testExperiment({
        dataset: { points: sinePoints(12) },
        network: { hidden: [40] },
        inference: { method: 'mc-dropout', dropoutRate: 0.25 },
      }),
    );
    const engine = createReferenceEngine(problem, initialState(problem));
    const { weights } = await engine.draws(0, 400);
    const count = problem.plan.parameterCount;
    const { kernelOffset, biasOffset } = problem.plan.layers[1]!;
    let off = 0;
    for (let draw = 0; draw < 400; draw++)
      for (let i = kernelOffset; i < biasOffset; i++) if (weights[draw * count + i] === 0) off++;
    // 16,000 independent units.
    expect(Math.abs(off / 16_000 - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 16_000));
    const { parameters } = await engine.state();
    const kept = weights.find((w, i) => i % count === kernelOffset && w !== 0)!;
    expect(kept).toBeCloseTo(parameters[kernelOffset]! / 0.75, 12);
    expect(weights.subarray(0, kernelOffset)).toEqual(parameters.subarray(0, kernelOffset));
  });
});

/** Twenty points of y = |x| + x/4. */
const bentLine = Array.from({ length: 20 }, (_, i) => {
  const x = -1 + i / 9.5;
  return { x: [x], y: Math.abs(x) + x / 4 };
});

describe.each(Object.keys(methods) as MethodKind[])('the method %s', (method) => {
  const problem = prepareProblem(
    testExperiment({
      dataset: { points: bentLine, xDomain: [-2, 2], yDomain: [-1, 3] },
      network: { hidden: [20] },
      likelihood: { noise: 0.1, learn: false },
      inference: { method, samples: 3 },
    }),
  );

  it('trains, predicts and reports only finite numbers, reproducibly', async () => {
    const pictures = [await trained(problem, 420), await trained(problem, 420)].map((engine) =>
      observe(problem, engine, noYield),
    );
    const [first, second] = await Promise.all(pictures);
    expect(second).toEqual(first);
    expect(Object.values(first!.freeEnergy).every(Number.isFinite)).toBe(true);
    expect(curveOf(first!).upper.every(Number.isFinite)).toBe(true);
    expect(first!.weights.sigma.every((sigma) => sigma >= 0 && Number.isFinite(sigma))).toBe(true);
  });

  it('fits: its predictive mean explains most of the variance of the points', async () => {
    const predictive = curveOf(await observe(problem, await trained(problem, 800), noYield));
    const ys = problem.points.map(({ y }) => y);
    const mean = ys.reduce((sum, y) => sum + y, 0) / ys.length;
    const residuals = problem.points.map(({ x, y }) => {
      const distances = predictive.x.map((at) => Math.abs(at - x[0]!));
      return y - predictive.mean[distances.indexOf(Math.min(...distances))]!;
    });
    const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
    expect(squares(residuals)).toBeLessThan(0.2 * squares(ys.map((y) => y - mean)));
  });
});
