import { expect, test } from 'vitest';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { curveGrid } from '../../../src/experiment/pictures/observeCurve.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import {
  infiniteWidthPosterior,
  priorCovariance,
} from '../../../src/lessons/exhibits/width/infiniteWidth.ts';
import { mean, variance } from '../../../src/math/moments.ts';
import { createRandom, standardNormal, streams } from '../../../src/math/random.ts';

const UNITS = 50_000;

test.each([
  [0.3, 0.3],
  [0.3, -1.2],
  [-2, 1.5],
  [0, 4],
])('the covariance of f(%f) and f(%f) is that of drawn units, within four standard errors', (x, other) => {
  const random = createRandom(1, streams.data);
  const sigma = 1.3;
  // The output is c + Σ v h / √units: its covariance is sigma² + sigma² E[h(x) h(x′)].
  const products = Array.from({ length: UNITS }, () => {
    const [u, b] = [sigma * standardNormal(random), sigma * standardNormal(random)];
    return Math.max(0, u * x + b) * Math.max(0, u * other + b);
  });
  const error = sigma ** 2 * Math.sqrt(variance(products) / UNITS);
  const expected = sigma ** 2 * (1 + mean(products));
  expect(Math.abs(priorCovariance(x, other, sigma) - expected)).toBeLessThan(4 * error);
});

function twoPoints() {
  const resolved = resolveExperiment({
    version: 1,
    dataset: {
      id: 'custom',
      task: 'regression',
      points: [
        { x: [-0.5], y: 1 },
        { x: [0.7], y: -0.4 },
      ],
      standardize: false,
      xDomain: [-2, 2],
      yDomain: [-2, 2],
    },
    network: { hidden: [10] },
    prior: { sigma: 1, scaling: 'fan-in' },
    likelihood: { noise: 0.3, learn: false },
  });
  if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
  return prepareProblem(resolved.experiment);
}

test('for two points the posterior is the one of the inverse written out', () => {
  const problem = twoPoints();
  const { mean: means, epistemicUpper } = infiniteWidthPosterior(problem);
  const k = (a: number, b: number) => priorCovariance(a, b, 1);
  const [a, b] = [-0.5, 0.7];
  const [p, q, r] = [k(a, a) + 0.09, k(a, b), k(b, b) + 0.09];
  const determinant = p * r - q * q;
  curveGrid([-2, 2]).forEach((x, i) => {
    const [s, t] = [k(x, a), k(x, b)];
    const weights = [(s * r - t * q) / determinant, (t * p - s * q) / determinant] as const;
    const deviation = Math.sqrt(k(x, x) - weights[0] * s - weights[1] * t);
    expect(means[i]).toBeCloseTo(weights[0] - 0.4 * weights[1], 10);
    expect(epistemicUpper[i]! - means[i]!).toBeCloseTo(1.6448536 * deviation, 6);
  });
});
