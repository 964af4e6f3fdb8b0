import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { softplusInverse } from '../../src/math/special.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { golden } from './golden.ts';
import { type Changes, linearProblem, sinePoints, testExperiment } from './problems.ts';

const truth = golden.bayesian_linear_regression[0]!;
const noYield = async () => {};

/** A snapshot of the linear model at the exact mean-field optimum. */
async function atOptimum(changes: Changes = {}) {
  const problem = linearProblem({
    ...changes,
    dataset: { xDomain: [-2, 2], yDomain: [-4, 4] },
    prediction: { samples: 500, ...changes.prediction },
  });
  const start = initialState(problem);
  const { mean, sigma } = truth.mean_field;
  start.parameters.set([mean[1]!, mean[0]!, softplusInverse(sigma[1]!), softplusInverse(sigma[0]!)]);
  return observe(problem, createReferenceEngine(problem, { ...start, step: 1 }), noYield);
}

async function predictiveAtOptimum(changes: Changes = {}) {
  return curveOf(await atOptimum(changes));
}

describe('a snapshot', () => {
  it('predicts as the exact mean-field posterior does, within four standard errors of its 500 draws', async () => {
    const predictive = await predictiveAtOptimum();
    truth.predict.X.forEach((row, i) => {
      const index = predictive.x.findIndex((x) => Math.abs(x - row[1]!) < 1e-9);
      const variance = truth.predict.epistemic_var_mean_field[i]!;
      expect(Math.abs(predictive.mean[index]! - truth.predict.mean[i]!)).toBeLessThan(
        4 * Math.sqrt(variance / 500),
      );
      const sampled = predictive.epistemicSigma[index]! ** 2;
      expect(Math.abs(sampled / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 500));
      expect(predictive.aleatoricSigma[index]).toBeCloseTo(truth.noise_sigma, 9);
    });
  });

  it('reports the free energy of q: exact complexity, likelihood cost within its Monte Carlo error', async () => {
    const { freeEnergy } = await atOptimum();
    expect(freeEnergy.complexityCost).toBeCloseTo(truth.mean_field.kl, 9);
    // Var of the cost under q is near P/2 at the optimum: the standard error of 32 draws is about 0.18 nats.
    expect(Math.abs(freeEnergy.likelihoodCost - truth.mean_field.expected_nll)).toBeLessThan(
      4 * Math.sqrt(1 / 32),
    );
    expect(freeEnergy.total).toBeCloseTo(freeEnergy.complexityCost + freeEnergy.likelihoodCost, 12);
  });

  it('estimates the KL of each weight by Monte Carlo where no closed form exists', async () => {
    const mixture = await atOptimum({
      prior: { kind: 'scale-mixture', sigma1: 1, sigma2: 0.999_999, pi: 0.5 },
    });
    const gaussian = await atOptimum();
    mixture.weights.kl!.forEach((kl, i) => expect(Math.abs(kl - gaussian.weights.kl![i]!)).toBeLessThan(0.6));
  });

  it('nests the band of f inside the band of y, everywhere', async () => {
    const predictive = await predictiveAtOptimum();
    predictive.x.forEach((_, i) => {
      expect(predictive.lower[i]).toBeLessThan(predictive.epistemicLower[i]!);
      expect(predictive.upper[i]).toBeGreaterThan(predictive.epistemicUpper[i]!);
    });
  });

  it('comes from frozen parameters: a second one is the same, and training is unaffected', async () => {
    const problem = prepareProblem(testExperiment({ dataset: { points: sinePoints(12) } }));
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(20, 1e9);
    const first = await observe(problem, engine, noYield);
    const second = await observe(problem, engine, noYield);
    expect(second).toEqual(first);
    expect(second.step).toBe(20);
  });

  it('with every weight pruned predicts zero everywhere, and does not change q or its cost', async () => {
    const pruned = await atOptimum({ prediction: { pruned: 1 } });
    const whole = await atOptimum();
    expect(curveOf(pruned).mean.every((f) => f === 0)).toBe(true);
    expect(curveOf(pruned).epistemicSigma.every((sigma) => sigma === 0)).toBe(true);
    expect(pruned.freeEnergy).toEqual(whole.freeEnergy);
    expect(pruned.weights).toEqual(whole.weights);
  });

  it('with half the weights pruned keeps those with the most signal to noise', async () => {
    const predictive = await predictiveAtOptimum({ prediction: { pruned: 0.5 } });
    // The slope (μ/σ = 7.3) is kept, the intercept (3.3) pruned: f(0) = 0.
    expect(predictive.mean[50]).toBe(0);
    expect(predictive.mean[75]! - truth.mean_field.mean[1]!).toBeLessThan(4 * (0.162 / Math.sqrt(500)));
  });

  it('before the first step shows the prior predictive, independent of the data', async () => {
    const domains = { xDomain: [-3, 4], yDomain: [-5, 9], standardize: false } as const;
    const picture = async (n: number) => {
      const problem = prepareProblem(testExperiment({ dataset: { points: sinePoints(n), ...domains } }));
      return observe(problem, createReferenceEngine(problem, initialState(problem)), noYield);
    };
    expect((await picture(5)).predictive).toEqual((await picture(30)).predictive);
  });

  it('is in the units of the data: the same data in other units give the same picture in those units', async () => {
    const picture = async (factor: number) => {
      const points = sinePoints(12).map(({ x, y }) => ({ x: [x[0]! * 7 + 1], y: y * factor }));
      const problem = prepareProblem(
        testExperiment({
          dataset: { points, xDomain: [-20, 30], yDomain: [-5 * factor, 9 * factor] },
          likelihood: { noise: 0.3 * factor },
        }),
      );
      const engine = createReferenceEngine(problem, initialState(problem));
      await engine.train(30, 1e9);
      return observe(problem, engine, noYield);
    };
    const plain = await picture(1);
    const scaled = await picture(1000);
    expect(scaled.noiseSigma! / plain.noiseSigma!).toBeCloseTo(1000, 6);
    expect(curveOf(scaled).upper[60]! / curveOf(plain).upper[60]!).toBeCloseTo(1000, 3);
    expect(scaled.freeEnergy.total - plain.freeEnergy.total).toBeCloseTo(12 * Math.log(1000), 6);
  });
});
