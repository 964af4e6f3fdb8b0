import { expect, test } from 'vitest';
import {
  averageOf,
  chanceOfError,
  classPosterior,
  drawWeights,
  exactProbability,
  exactStandardError,
  PRIOR_SIGMA,
  seen,
} from '../../src/lessons/exhibits/averaging/averaging.ts';

const posterior = classPosterior();

/** ∫ f(w) p(w | D) dw on an independent grid, thirty times finer and wider. */
function integral(f: (w: number) => number): number {
  let [weighted, total] = [0, 0];
  for (let w = -10; w <= 30; w += 0.001) {
    let density = Math.exp(-0.5 * (w / PRIOR_SIGMA) ** 2);
    for (const { x, y } of seen)
      density *= y === 1 ? 1 / (1 + Math.exp(-w * x[0]!)) : 1 / (1 + Math.exp(w * x[0]!));
    weighted += f(w) * density;
    total += density;
  }
  return weighted / total;
}

test('mean and prediction of the grid posterior are those of an independent integral', () => {
  expect(posterior.mean).toBeCloseTo(
    integral((w) => w),
    4,
  );
  expect(exactProbability(posterior, 2.5)).toBeCloseTo(
    integral((w) => 1 / (1 + Math.exp(-2.5 * w))),
    5,
  );
});

test('the mean of many draws lies within three standard errors of the integral, and its error is as stated', () => {
  const means = Array.from({ length: 400 }, (_, seed) => averageOf(drawWeights(posterior, 50, seed), 1));
  const exact = exactProbability(posterior, 1);
  const spread = Math.sqrt(
    means.reduce((sum, { average }) => sum + (average - exact) ** 2, 0) / means.length,
  );
  const stated = means.reduce((sum, { standardError }) => sum + standardError, 0) / means.length;
  // 400 means: their spread is known to 3.5 %.
  expect(spread / stated).toBeGreaterThan(0.89);
  expect(spread / stated).toBeLessThan(1.15);
  expect(spread / exactStandardError(posterior, 1, 50)).toBeGreaterThan(0.89);
  expect(spread / exactStandardError(posterior, 1, 50)).toBeLessThan(1.11);
  expect(averageOf(drawWeights(posterior, 1, 1), 1).standardError).toBeNaN();
});

test('the chance of error is the probability of the less probable class', () => {
  expect(chanceOfError(posterior, 2.5, exactProbability(posterior, 2.5))).toBeLessThan(0.05);
  expect(chanceOfError(posterior, -2.5, exactProbability(posterior, -2.5))).toBeLessThan(0.05);
  expect(chanceOfError(posterior, 2.5, 0.9)).toBeCloseTo(0.1, 12);
  expect(chanceOfError(posterior, -2.5, 0.9)).toBeCloseTo(0.9, 12);
});
