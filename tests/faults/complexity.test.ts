import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { initialState, posteriorOf } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { batchOfStep, type Problem } from '../../src/experiment/problem/problem.ts';
import { logAddExp, normalLogDensity, sigmoid } from '../../src/math/special.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { addAnalyticComplexity, addSampledComplexity } from '../../src/reference/complexity.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { golden, relativeError } from '../reference/golden.ts';
import { type Changes, sinePoints, testExperiment } from '../reference/problems.ts';

const prepared = (changes: Changes = {}) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(12) }, ...changes }));
const noYield = async () => {};

/** KL[q ‖ N(0, s²)] summed over every weight of every layer. */
function closedForm(problem: Problem, parameters: Float64Array): number {
  const { mu, sigma } = posteriorOf(problem, parameters);
  const s = problem.experiment.prior.sigma;
  return mu.reduce(
    (sum, m, i) => sum + Math.log(s / sigma[i]!) + (sigma[i]! ** 2 + m ** 2) / (2 * s ** 2) - 0.5,
    0,
  );
}

describe('a fault: KL averaged over weights, or counted once per layer or step', () => {
  const network = { hidden: [7, 5] } as const;

  it('is absent: it is the sum of the closed form over every weight of every layer', () => {
    const problem = prepared({ network });
    const { parameters } = initialState(problem);
    const { costs } = freeEnergyGradient(problem, parameters, 0);
    expect(Math.abs(costs.complexityCost / closedForm(problem, parameters) - 1)).toBeLessThan(1e-12);
    expect(problem.plan.parameterCount).toBe(14 + 40 + 6);
  });

  it.each(['analytic', 'monte-carlo'] as const)(
    'is absent: the same weights twice give twice the %s KL',
    (kl) => {
      const problem = prepared({ network });
      const { parameters } = initialState(problem);
      const { mu, sigma } = posteriorOf(problem, parameters);
      const epsilon = weightNoise(mu.length, 5, 0, 0);
      const costOf = (copies: number) => {
        const repeated = (values: Float64Array) => {
          const all = new Float64Array(copies * values.length);
          for (let copy = 0; copy < copies; copy++) all.set(values, copy * values.length);
          return all;
        };
        const [means, deviations, noise] = [repeated(mu), repeated(sigma), repeated(epsilon)];
        const weights = means.map((m, i) => m + deviations[i]! * noise[i]!);
        const none = new Float64Array(means.length);
        const larger = { ...problem, priorScale: repeated(problem.priorScale) };
        return kl === 'analytic'
          ? addAnalyticComplexity(larger, means, deviations, 1, none, none)
          : addSampledComplexity(larger, deviations, weights, noise, 1, none, none);
      };
      expect(Math.abs(costOf(2) / costOf(1) - 2)).toBeLessThan(1e-12);
    },
  );

  it.each(['uniform', 'blundell'] as const)(
    'is absent: over an epoch of minibatches its cost and gradient are those of one KL (%s schedule)',
    (klSchedule) => {
      const weighted = (klWeight: number) =>
        prepared({ network, inference: { batchSize: 5, klSchedule, klWeight } });
      const [split, withoutKl] = [weighted(1), weighted(0)];
      const { parameters } = initialState(split);
      const { mu, sigma } = posteriorOf(split, parameters);
      const { prior } = split.experiment;
      const sum = new Float64Array(parameters.length);
      let cost = 0;
      for (let step = 0; step < split.batches; step++) {
        const { costs, gradient } = freeEnergyGradient(split, parameters, step);
        // The gradient of the data term is the same with and without a KL.
        const ofData = freeEnergyGradient(withoutKl, parameters, step).gradient;
        gradient.forEach((value, i) => (sum[i]! += value - ofData[i]!));
        cost += batchOfStep(split, step).klFactor * costs.complexityCost;
      }
      expect(split.batches).toBe(3);
      expect(Math.abs(cost / closedForm(split, parameters) - 1)).toBeLessThan(1e-12);
      mu.forEach((m, i) => {
        expect(Math.abs(sum[i]! - m / prior.sigma ** 2)).toBeLessThan(1e-10);
        const bySigma = sigma[i]! / prior.sigma ** 2 - 1 / sigma[i]!;
        const byRho = bySigma * sigmoid(parameters[mu.length + i]!);
        expect(Math.abs(sum[mu.length + i]! - byRho)).toBeLessThan(1e-10);
      });
    },
  );
});

describe('a fault: the prior’s standard deviation used as a variance', () => {
  it.each(Object.keys(priors) as PriorKind[])(
    'is absent from the %s prior: twice as wide, four times the variance',
    (kind) => {
      const narrow = { sigma: 0.3, pi: 0.5, sigma1: 0.3, sigma2: 0.03, scale: 0.3 };
      const wide = { ...narrow, sigma: 0.6, sigma1: 0.6, sigma2: 0.06, scale: 0.6 };
      expect(priors[kind].deviation(wide)).toBeCloseTo(2 * priors[kind].deviation(narrow), 12);
      // p₂(w) = p(w/2)/2.
      for (const w of [-0.7, 0.01, 0.2])
        expect(priors[kind].logDensity(2 * w, wide)).toBeCloseTo(
          priors[kind].logDensity(w, narrow) - Math.LN2,
          12,
        );
    },
  );
});

/** A golden row, narrow and off centre, for which every misreading of the formula gives another number. */
const row = golden.kl_gaussian.rows.find(
  ({ mu, sigma, prior_mu, prior_sigma }) => mu !== 0 && sigma < 0.5 && prior_mu === 0 && prior_sigma > 1,
)!;
const rowPrior = { sigma: row.prior_sigma, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

describe('a fault: the standard deviation of the posterior or the prior used as a variance in the KL', () => {
  it('is absent: the KL equals the golden value, and differs from both misreadings', () => {
    const kl = (sigma: number, priorSigma: number) =>
      priors.gaussian.divergence!(row.mu, sigma, { ...rowPrior, sigma: priorSigma }).kl;
    expect(relativeError(kl(row.sigma, row.prior_sigma), row.kl)).toBeLessThan(1e-9);
    expect(Math.abs(kl(Math.sqrt(row.sigma), row.prior_sigma) - row.kl)).toBeGreaterThan(0.3);
    expect(Math.abs(kl(row.sigma, Math.sqrt(row.prior_sigma)) - row.kl)).toBeGreaterThan(0.3);
  });
});

describe('a fault: KL[p ‖ q] for KL[q ‖ p]', () => {
  const reversed =
    Math.log(row.sigma / row.prior_sigma) + (row.prior_sigma ** 2 + row.mu ** 2) / (2 * row.sigma ** 2) - 0.5;

  it('is absent from the closed form: it equals the golden KL, and differs from the reversed one', () => {
    expect(relativeError(priors.gaussian.divergence!(row.mu, row.sigma, rowPrior).kl, row.kl)).toBeLessThan(
      1e-9,
    );
    expect(Math.abs(reversed - row.kl)).toBeGreaterThan(1);
  });

  it('is absent from the draws: their mean is the golden KL within four standard errors', () => {
    const draws = 4000;
    const problem = { ...prepared({ prior: rowPrior }), priorScale: Float64Array.of(1) };
    const none = new Float64Array(1);
    const terms = weightNoise(draws, 5, 0, 0).map((noise) => {
      const [sigma, weights] = [Float64Array.of(row.sigma), Float64Array.of(row.mu + row.sigma * noise)];
      return addSampledComplexity(problem, sigma, weights, Float64Array.of(noise), 1, none, none);
    });
    const mean = terms.reduce((sum, term) => sum + term / draws, 0);
    const variance = terms.reduce((sum, term) => sum + (term - mean) ** 2, 0) / (draws - 1);
    const standardError = Math.sqrt(variance / draws);
    expect(Math.abs(mean - row.kl)).toBeLessThan(4 * standardError);
    expect(Math.abs(reversed - row.kl)).toBeGreaterThan(20 * standardError);
  });
});

describe('a fault: log(p + 1e-6), which zeroes the mixture’s gradient', () => {
  const mixture = { sigma: 1, pi: 0.25, sigma1: 1, sigma2: Math.exp(-6), scale: 1 };
  const { logDensity, logDensityDerivative } = priors['scale-mixture'];

  it.each([0.5, 1, 2])(
    'is absent: at w = 40 density and gradient are those of the wide part (σ₁ = %f)',
    (sigma1) => {
      const wide = { ...mixture, sigma1 };
      const logWide = Math.log(0.25) + normalLogDensity(40, 0, sigma1);
      expect(relativeError(logDensity(40, wide), logWide)).toBeLessThan(1e-9);
      expect(relativeError(logDensityDerivative(40, wide), -40 / sigma1 ** 2)).toBeLessThan(1e-9);
      // The fault: next to 1e-6 the density underflows, and so does its slope.
      expect(Math.exp(logWide) / (Math.exp(logWide) + 1e-6)).toBeLessThan(1e-80);
    },
  );

  it('is absent: without data, one training step moves such weights towards zero', async () => {
    const problem = prepared({
      dataset: { points: [] },
      prior: { kind: 'scale-mixture', ...mixture },
      inference: { kl: 'monte-carlo', samples: 2 },
    });
    const start = initialState(problem);
    const count = problem.plan.parameterCount;
    for (let i = 0; i < count; i++) start.parameters[i] = i % 2 ? -40 : 40;
    const engine = createReferenceEngine(problem, start);
    await engine.train(1, 1e9);
    const { step, parameters } = await engine.state();
    expect(step).toBe(1);
    // Adam’s first step is the learning rate, 0.01, against the sign of the gradient.
    for (let i = 0; i < count; i++) expect(Math.abs(parameters[i]!)).toBeCloseTo(39.99, 6);
    expect(parameters.every(Number.isFinite)).toBe(true);
  });
});

describe('a fault: one mixture over the whole vector in place of one for each weight', () => {
  it('is absent: log p(w) is the sum over weights', () => {
    const problem = prepared({ prior: { kind: 'scale-mixture', pi: 0.3, sigma1: 1, sigma2: 0.01 } });
    const { prior } = problem.experiment;
    const count = problem.plan.parameterCount;
    const weights = new Float64Array(count).fill(0.005);
    weights[3] = 2;
    const sigma = new Float64Array(count).fill(1);
    const none = new Float64Array(count);
    const cost = addSampledComplexity(problem, sigma, weights, none, 1, none.slice(), none.slice());
    const logQ = -0.5 * Math.log(2 * Math.PI) * count;
    const sum = weights.reduce((total, w) => total + priors['scale-mixture'].logDensity(w, prior), 0);
    expect(cost).toBeCloseTo(logQ - sum, 9);
    const part = (width: number) => weights.reduce((total, w) => total + normalLogDensity(w, 0, width), 0);
    const whole = logAddExp(Math.log(0.3) + part(1), Math.log(0.7) + part(0.01));
    // One mixture over whole vectors would let one wide weight widen all of them.
    expect(sum - whole).toBeGreaterThan(10);
  });
});

describe('a fault: a stale KL in a cache', () => {
  const shown = async (problem: Problem, engine: Engine) =>
    (await observe(problem, engine, noYield)).freeEnergy.complexityCost;

  it('is absent: another prior changes the KL immediately, in snapshots and in steps', async () => {
    const narrow = prepared({ prior: { sigma: 0.5 } });
    const wide = prepared({ prior: { sigma: 2 } });
    const engine = createReferenceEngine(narrow, initialState(narrow));
    await engine.train(10, 1e9);
    const state = await engine.state();
    const before = await shown(narrow, engine);
    const after = await shown(wide, createReferenceEngine(wide, state));
    expect(Math.abs(after - before)).toBeGreaterThan(1);
    for (const [problem, kl] of [
      [narrow, before],
      [wide, after],
      [narrow, before],
    ] as const) {
      expect(relativeError(kl, closedForm(problem, state.parameters))).toBeLessThan(1e-12);
      const { costs } = freeEnergyGradient(problem, state.parameters, 0);
      expect(relativeError(costs.complexityCost, kl)).toBeLessThan(1e-12);
    }
  });

  it('is absent: another q changes the KL immediately, to that of a new engine', async () => {
    const problem = prepared();
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(10, 1e9);
    const before = await shown(problem, engine);
    await engine.train(10, 1e9);
    const after = await shown(problem, engine);
    const state = await engine.state();
    expect(Math.abs(after - before)).toBeGreaterThan(0.1);
    expect(relativeError(after, closedForm(problem, state.parameters))).toBeLessThan(1e-12);
    expect(await shown(problem, createReferenceEngine(problem, state))).toBe(after);
  });

  it('is absent: a returned state does not change as training continues', async () => {
    const problem = prepared();
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(10, 1e9);
    const state = await engine.state();
    const before = await shown(problem, engine);
    const frozen = structuredClone(state);
    await engine.train(10, 1e9);
    expect(state).toEqual(frozen);
    expect(await shown(problem, createReferenceEngine(problem, state))).toBe(before);
  });
});
