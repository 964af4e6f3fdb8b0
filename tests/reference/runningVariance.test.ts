import { describe, expect, it } from 'vitest';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { emptyVariance, regularizedVariance, updateVariance } from '../../src/reference/runningVariance.ts';

/** Draws of three coordinates: a small one, a large one, and one whose mean is a million standard deviations. */
function someDraws(count: number): readonly Float64Array[] {
  const random = createRandom(13, 0);
  return Array.from({ length: count }, () =>
    Float64Array.of(1e-4 * standardNormal(random), 50 * standardNormal(random), 1e6 + standardNormal(random)),
  );
}

const gather = (draws: readonly Float64Array[]) => draws.reduce(updateVariance, emptyVariance(3));

describe('running mean and variance', () => {
  it('equal those of two passes over all draws', () => {
    const draws = someDraws(200);
    const gathered = gather(draws);
    expect(gathered.count).toBe(200);
    for (let i = 0; i < 3; i++) {
      const mean = draws.reduce((sum, draw) => sum + draw[i]!, 0) / 200;
      const squares = draws.reduce((sum, draw) => sum + (draw[i]! - mean) ** 2, 0);
      expect(Math.abs(gathered.mean[i]! - mean)).toBeLessThan(1e-13 * Math.sqrt(mean ** 2 + squares / 200));
      // Rounding of a mean of 1e6 is 1e-10: naive sums of squares would be wrong in the fourth digit.
      expect(Math.abs(gathered.squares[i]! / squares - 1)).toBeLessThan(1e-9);
    }
  });

  it('of a single draw are that draw and 0', () => {
    const gathered = updateVariance(emptyVariance(2), Float64Array.of(3, -4));
    expect(gathered).toEqual({ count: 1, mean: Float64Array.of(3, -4), squares: new Float64Array(2) });
  });

  it('continue after structured clone, and do not modify their inputs', () => {
    const [last, ...others] = someDraws(5);
    const gathered = gather(others);
    const copy = structuredClone(gathered);
    expect(updateVariance(copy, last!)).toEqual(updateVariance(gathered, last!));
    expect(gathered).toEqual(copy);
  });
});

describe('the regularised variance', () => {
  it('is n/(n + 5) of the unbiased variance and 5/(n + 5) of 0.001', () => {
    // Of 1, 2, 3, 4 and 10 the mean is 4, the squares sum to 50 and the variance is 12.5; n = 5.
    const gathered = [1, 2, 3, 4, 10].reduce(
      (variance, value) => updateVariance(variance, Float64Array.of(value)),
      emptyVariance(1),
    );
    expect(regularizedVariance(gathered)[0]).toBeCloseTo(0.5 * 12.5 + 0.5e-3, 12);
  });

  it('is positive if all draws are equal, and without draws', () => {
    const still = [7, 7].reduce(
      (variance, value) => updateVariance(variance, Float64Array.of(value)),
      emptyVariance(1),
    );
    expect(regularizedVariance(still)[0]).toBeCloseTo((5 / 7) * 1e-3, 15);
    expect(regularizedVariance(emptyVariance(2))).toEqual(Float64Array.of(1e-3, 1e-3));
  });
});
