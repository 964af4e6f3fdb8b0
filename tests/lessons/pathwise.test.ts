import { describe, expect, it } from 'vitest';
import {
  cost,
  costSlope,
  exactGradient,
  histogram,
  oneEstimate,
  REPEATS,
  repeatedEstimates,
  spreadOf,
} from '../../src/lessons/exhibits/pathwise/pathwise.ts';

/** E[g(ε)] for a standard normal ε, by Simpson's rule. */
function expectation(of: (epsilon: number) => number): number {
  const [low, count, step] = [-12, 24_000, 0.001];
  const at = (i: number) => of(low + i * step) * Math.exp(-0.5 * (low + i * step) ** 2);
  let sum = at(0) + at(count);
  for (let i = 1; i < count; i++) sum += (i % 2 === 1 ? 4 : 2) * at(i);
  return (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

const setting = { mu: -0.4, sigma: 0.7, lift: 2 };

describe('the gradient of a mean cost', () => {
  it('equals the closed forms from integration and finite differences', () => {
    const h = 1e-5;
    const meanCost = ({ mu, sigma, lift }: typeof setting) => expectation((e) => cost(mu + sigma * e, lift));
    for (const of of ['mu', 'sigma'] as const) {
      const moved = (by: number) => meanCost({ ...setting, [of]: setting[of] + by });
      expect(exactGradient(of, setting)).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 6);
    }
    expect(costSlope(0.3)).toBeCloseTo((cost(0.3 + h, 0) - cost(0.3 - h, 0)) / (2 * h), 6);
  });

  it.each([
    ['pathwise', 'mu'],
    ['pathwise', 'sigma'],
    ['score', 'mu'],
    ['score', 'sigma'],
  ] as const)(
    'is the mean of %s estimates of %s, whose standard deviation agrees with integration',
    (estimator, of) => {
      const mean = expectation((e) => oneEstimate(estimator, of, setting, e));
      expect(mean).toBeCloseTo(exactGradient(of, setting), 8);
      const variance = expectation((e) => (oneEstimate(estimator, of, setting, e) - mean) ** 2);
      const samples = 4;
      const measured = spreadOf(repeatedEstimates(estimator, of, setting, samples, 7));
      const error = Math.sqrt(variance / samples / REPEATS);
      expect(Math.abs(measured.mean - mean)).toBeLessThan(4 * error);
      expect(Math.abs(measured.deviation / Math.sqrt(variance / samples) - 1)).toBeLessThan(0.1);
    },
  );

  it('scatters more by score with a larger constant; by the path the constant changes nothing', () => {
    const lifted = { ...setting, lift: 20 };
    const deviation = (estimator: 'pathwise' | 'score', at: typeof setting) =>
      spreadOf(repeatedEstimates(estimator, 'mu', at, 1, 7)).deviation;
    expect(deviation('pathwise', lifted)).toBe(deviation('pathwise', setting));
    expect(deviation('score', lifted)).toBeGreaterThan(4 * deviation('score', setting));
  });

  it('counts every estimate', () => {
    const counts = histogram(Float64Array.from([-9, 0, 0.49, 0.5, 0.99, 1, 9]), 0, 1, 2);
    expect(counts).toEqual([3, 4]);
  });
});
