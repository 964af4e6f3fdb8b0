import { describe, expect, it } from 'vitest';
import { noiseContradiction } from '../../../src/experiment/scores/noiseCheck.ts';
import { createRandom, standardNormal } from '../../../src/math/random.ts';

/** Residuals of a least-squares line through `rows` points with noise 1, and the epistemic deviation of the line at each. */
function fittedLine(rows: number, seed: number) {
  const random = createRandom(seed, 1);
  const x = Array.from({ length: rows }, (_, i) => i - (rows - 1) / 2);
  const y = x.map(() => standardNormal(random));
  const squares = x.reduce((sum, value) => sum + value ** 2, 0);
  const mean = y.reduce((sum, value) => sum + value / rows, 0);
  const slope = x.reduce((sum, value, i) => sum + (value * y[i]!) / squares, 0);
  return {
    residuals: y.map((value, i) => value - mean - slope * x[i]!),
    epistemicSigma: x.map((value) => Math.sqrt(1 / rows + value ** 2 / squares)),
    trained: true,
  };
}

describe('a fixed noise', () => {
  it.each([5, 8, 20, 200])('that is right is contradicted by at most 1 of 100 tables of %i rows', (rows) => {
    const contradicted = Array.from({ length: 100 }, (_, seed) =>
      noiseContradiction(fittedLine(rows, seed), 1),
    ).filter((found) => found !== null);
    expect(contradicted.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [0.2, 5],
    [0.3, 1 / 0.3],
    [4, 0.25],
  ])('of %d where it is 1 is contradicted', (sigma, ratio) => {
    const { standardError, ...found } = noiseContradiction(fittedLine(200, 1), sigma)!;
    // The standard error of σ̂ is σ/√(2n).
    expect(standardError / ratio).toBeCloseTo(1 / Math.sqrt(400), 1);
    expect(Math.abs(found.ratio - ratio)).toBeLessThan(4 * standardError);
    expect(found.noise).toBeCloseTo(found.ratio * sigma, 12);
  });

  it('is not contradicted within a factor of 2, or by fewer than 5 rows', () => {
    expect(noiseContradiction(fittedLine(200, 2), 0.6)).toBeNull();
    expect(noiseContradiction(fittedLine(200, 2), 1.7)).toBeNull();
    expect(noiseContradiction(fittedLine(4, 2), 1e-3)).toBeNull();
  });

  it('on rows that were not trained on, the epistemic variance explains a part of the residuals', () => {
    const random = createRandom(3, 1);
    const residuals = Array.from({ length: 400 }, () => Math.sqrt(10) * standardNormal(random));
    const epistemicSigma = residuals.map(() => 3);
    expect(noiseContradiction({ residuals, epistemicSigma, trained: false }, 1)).toBeNull();
    expect(noiseContradiction({ residuals, epistemicSigma, trained: true }, 1)).not.toBeNull();
  });
});
