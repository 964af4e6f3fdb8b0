import { describe, expect, it } from 'vitest';
import { observe } from '../../src/experiment/observe.ts';
import { prepareProblem } from '../../src/experiment/problem.ts';
import { initialState, posteriorOf } from '../../src/experiment/state.ts';
import { logAddExp, normalLogDensity } from '../../src/math/special.ts';
import { type PriorKind, priors } from '../../src/priors/index.ts';
import { addSampledComplexity } from '../../src/reference/complexity.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment } from '../reference/problems.ts';

const prepared = (changes: Changes = {}) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(12) }, ...changes }));
const noYield = async () => {};

describe('a fault: KL averaged over weights, or counted once per layer or step', () => {
  const network = { hidden: [7, 5] } as const;

  it('is absent: it is the sum of the closed form over every weight of every layer', () => {
    const problem = prepared({ network });
    const { parameters } = initialState(problem);
    const { mu, sigma } = posteriorOf(problem, parameters);
    const { prior } = problem.experiment;
    const sum = mu.reduce(
      (total, m, i) =>
        total + Math.log(prior.sigma / sigma[i]!) + (sigma[i]! ** 2 + m ** 2) / (2 * prior.sigma ** 2) - 0.5,
      0,
    );
    const { costs } = freeEnergyGradient(problem, parameters, 0);
    expect(Math.abs(costs.complexityCost / sum - 1)).toBeLessThan(1e-12);
    expect(problem.plan.parameterCount).toBe(14 + 40 + 6);
  });

  it('is absent: over an epoch of minibatches its gradient is that of one KL', () => {
    for (const klSchedule of ['uniform', 'blundell'] as const) {
      const withoutData = (batchSize: 'full' | number) =>
        prepared({
          network,
          likelihood: { noise: 1e9, learn: false },
          inference: { batchSize, klSchedule, samples: 1 },
        });
      const whole = withoutData('full');
      const { parameters } = initialState(whole);
      const one = freeEnergyGradient(whole, parameters, 0).gradient;
      const split = withoutData(5);
      const sum = new Float64Array(parameters.length);
      for (let step = 0; step < split.batches; step++)
        freeEnergyGradient(split, parameters, step).gradient.forEach((value, i) => (sum[i]! += value));
      expect(split.batches).toBe(3);
      // The noise is held at 1,000 standard deviations at most: of the data a millionth is left.
      one.forEach((value, i) => expect(Math.abs(sum[i]! - value)).toBeLessThan(1e-5 * (1 + Math.abs(value))));
    }
  });
});

describe('a fault: a variance where the prior has a standard deviation', () => {
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

describe('a fault: KL[p ‖ q] for KL[q ‖ p]', () => {
  it('is absent: a q of a tenth of the prior’s width costs ln 10 − 0.495, not 46 nats', () => {
    const { kl } = priors.gaussian.divergence!(0, 0.1, {
      sigma: 1,
      pi: 0.5,
      sigma1: 1,
      sigma2: 0.1,
      scale: 1,
    });
    expect(kl).toBeCloseTo(Math.log(10) + 0.005 - 0.5, 12);
    const reversed = Math.log(0.1) + 1 / (2 * 0.1 ** 2) - 0.5;
    expect(reversed).toBeGreaterThan(46);
  });
});

describe('a fault: log(p + 1e-6), which kills the mixture’s gradient', () => {
  const mixture = { sigma: 1, pi: 0.25, sigma1: 1, sigma2: Math.exp(-6), scale: 1 };
  const { logDensity, logDensityDerivative } = priors['scale-mixture'];

  it('is absent: at w = 40 density and gradient are those of the wide part', () => {
    expect(logDensity(40, mixture)).toBeCloseTo(Math.log(0.25) + normalLogDensity(40, 0, 1), 9);
    expect(Math.abs(logDensityDerivative(40, mixture) / -40 - 1)).toBeLessThan(1e-9);
  });

  it('is absent: training pulls such a weight back', async () => {
    const problem = prepared({
      prior: { kind: 'scale-mixture', ...mixture },
      inference: { kl: 'monte-carlo', samples: 2 },
    });
    const start = initialState(problem);
    start.parameters[0] = 40;
    const engine = createReferenceEngine(problem, start);
    await engine.train(20, 1e9);
    const { parameters } = await engine.state();
    expect(parameters[0]).toBeLessThan(40);
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
    // One wide weight would force the whole vector to be wide.
    expect(sum - whole).toBeGreaterThan(10);
  });
});

describe('a fault: a KL that is remembered from before', () => {
  it('is absent: another prior, or another q, is another KL at once', async () => {
    const narrow = prepared({ prior: { sigma: 0.5 } });
    const wide = prepared({ prior: { sigma: 2 } });
    const engine = createReferenceEngine(narrow, initialState(narrow));
    await engine.train(10, 1e9);
    const state = await engine.state();
    const before = await observe(narrow, engine, noYield);
    const changed = await observe(wide, createReferenceEngine(wide, state), noYield);
    expect(changed.freeEnergy.complexityCost).not.toBeCloseTo(before.freeEnergy.complexityCost, 3);
    const { costs } = freeEnergyGradient(wide, state.parameters, 0);
    expect(changed.freeEnergy.complexityCost).toBeCloseTo(costs.complexityCost, 9);
  });

  it('is absent: a state that was taken stays as it was while training goes on', async () => {
    const problem = prepared();
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(10, 1e9);
    const state = await engine.state();
    const frozen = structuredClone(state);
    await engine.train(10, 1e9);
    expect(state).toEqual(frozen);
    const after = await observe(problem, engine, noYield);
    const { mu, sigma } = posteriorOf(problem, (await engine.state()).parameters);
    const { prior } = problem.experiment;
    const kl = mu.reduce((sum, m, i) => sum + priors.gaussian.divergence!(m, sigma[i]!, prior).kl, 0);
    expect(after.freeEnergy.complexityCost).toBeCloseTo(kl, 9);
  });
});
