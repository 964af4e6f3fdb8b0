import { expect, test } from 'vitest';
import { gridPosterior } from '../../../src/lessons/exhibits/oneWeight/oneWeight.ts';
import {
  DRAWS,
  functionOf,
  nextPoints,
  standardPrior,
  thin,
  weightNoise,
} from '../../../src/lessons/exhibits/priorFunctions/priorFunctions.ts';
import { mean, variance } from '../../../src/math/moments.ts';
import { createRandom, standardNormal, streams } from '../../../src/math/random.ts';

const noise = weightNoise(1);
const allDraws = Array.from({ length: DRAWS }, (_, draw) => draw);

test.each([1, 10, 50])(
  'draws of a linear network with %i units have the variance of its closed form',
  (units) => {
    const prior = { sigma: 0.8, units, activation: 'linear' } as const;
    for (const x of [0, 1.5]) {
      const values = allDraws.map((draw) => functionOf(noise, prior, draw, x));
      // c has variance σ², and each of the products v (u x + b) of independent weights σ⁴ (x² + 1).
      const exact = 0.8 ** 2 + units * 0.8 ** 4 * (x ** 2 + 1);
      // The kurtosis of f is at most 9, that of a product of two Gaussians: five standard errors of a variance.
      expect(Math.abs(mean(values))).toBeLessThan(5 * Math.sqrt(exact / DRAWS));
      expect(Math.abs(variance(values) / exact - 1)).toBeLessThan(5 * Math.sqrt(8 / DRAWS));
    }
  },
);

test('draws share their noise: another width of the prior scales a linear function', () => {
  const at = (sigma: number) =>
    functionOf(noise, { sigma, units: 3, activation: 'linear' }, 7, 1) -
    functionOf(noise, { sigma, units: 3, activation: 'linear' }, 7, -1);
  expect(at(1) / at(0.5)).toBeCloseTo(4, 4);
});

test('rejection on one weight keeps draws of the exact posterior, at the rate of the evidence', () => {
  const [sigmaPrior, sigmaNoise] = [0.5, 0.3];
  const points = nextPoints.slice(0, 2);
  const count = 100_000;
  const random = createRandom(3, streams.evaluation);
  const weights = Float64Array.from({ length: count }, () => sigmaPrior * standardNormal(random));
  const kept = thin((draw, x) => weights[draw]! * x, points, sigmaNoise, 3, count);
  const exact = gridPosterior({ prior: 'gaussian', priorDeviation: sigmaPrior, noise: sigmaNoise }, points);
  const rate = Math.exp(exact.logEvidence) * (2 * Math.PI * sigmaNoise ** 2);
  const accepted = kept.at(-1)!;
  // Five standard errors of a binomial share, of a mean and of a variance.
  expect(Math.abs(accepted.length / count - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / count));
  const values = Array.from(accepted, (draw) => weights[draw]!);
  expect(Math.abs(mean(values) - exact.mean)).toBeLessThan((5 * exact.sigma) / Math.sqrt(values.length));
  expect(Math.abs(variance(values) / exact.sigma ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / values.length));
});

test('a point keeps some of the draws that were kept before it', () => {
  const kept = thin((draw, x) => functionOf(noise, standardPrior, draw, x), nextPoints, 0.3, 1);
  expect(kept).toHaveLength(nextPoints.length + 1);
  for (const [index, draws] of kept.slice(1).entries()) {
    const before = new Set(kept[index]);
    expect(draws.every((draw) => before.has(draw))).toBe(true);
  }
});
