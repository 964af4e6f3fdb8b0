import { describe, expect, it } from 'vitest';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { exactPosterior } from '../../../src/experiment/pictures/exactPosterior.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import {
  functionSpread,
  pairPosteriors,
} from '../../../src/lessons/exhibits/correlatedPair/correlatedPair.ts';

const pair = { observations: 3, observed: 1.5, noiseSigma: 0.5 };
const posteriors = pairPosteriors(pair);

/**
 * The engine's own linear regression: a linear model wx + b whose points all lie at x = 1 determines only the sum w +
 * b.
 */
function engineOfThePage() {
  const points = Array.from({ length: pair.observations }, () => ({ x: [1], y: pair.observed }));
  const resolved = resolveExperiment({
    version: 1,
    dataset: { id: 'custom', task: 'regression', points, standardize: false },
    network: { hidden: [], activation: 'linear' },
    prior: { sigma: 1 },
    likelihood: { noise: pair.noiseSigma, learn: false },
  });
  if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
  return exactPosterior(prepareProblem(resolved.experiment));
}

describe('two weights whose sum is observed', () => {
  it('have the posterior of Bayesian linear regression', () => {
    const { mean, covariance } = engineOfThePage();
    const [of1, both, , of2] = covariance as unknown as [number, number, number, number];
    expect(posteriors.mean).toBeCloseTo(mean[0]!, 12);
    expect(posteriors.sigma ** 2).toBeCloseTo(of1, 12);
    expect(of2).toBeCloseTo(of1, 12);
    expect(posteriors.correlation).toBeCloseTo(both / of1, 12);
    expect(posteriors.sum.exact ** 2).toBeCloseTo(2 * of1 + 2 * both, 12);
    expect(posteriors.difference.exact ** 2).toBeCloseTo(2 * of1 - 2 * both, 12);
  });

  it('q is the best product: a narrower or wider one is farther from the posterior', () => {
    const { covariance } = engineOfThePage();
    const [a, b] = [covariance[0]!, covariance[1]!];
    const determinant = a * a - b * b;
    // KL of N(m, s² I) to N(m, V), by the general formula.
    const divergence = (s: number) =>
      0.5 * ((2 * s * s * a) / determinant - 2 + Math.log(determinant) - 4 * Math.log(s));
    expect(divergence(posteriors.qSigma)).toBeCloseTo(posteriors.divergence, 9);
    for (const factor of [0.8, 0.95, 1.05, 1.25])
      expect(divergence(factor * posteriors.qSigma)).toBeGreaterThan(posteriors.divergence);
  });

  it('the exact posterior learns nothing about the difference, and q is overconfident about it', () => {
    for (const observations of [1, 5, 20]) {
      const { difference } = pairPosteriors({ ...pair, observations });
      expect(difference.exact).toBe(Math.SQRT2);
      expect(difference.q).toBeLessThan(difference.exact);
    }
    const { exact, q } = functionSpread(posteriors, 2);
    expect(exact).toBeGreaterThan(2 * q);
  });

  it('without data both are the prior', () => {
    const { sigma, qSigma, correlation, mean } = pairPosteriors({ ...pair, observations: 0 });
    expect([sigma, qSigma]).toEqual([1, 1]);
    expect([correlation, mean].every((value) => Math.abs(value) === 0)).toBe(true);
  });
});
