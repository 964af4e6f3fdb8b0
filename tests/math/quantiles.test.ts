import { describe, expect, it } from 'vitest';
import { normalMixtureQuantile, sortedQuantile } from '../../src/math/quantiles.ts';
import { createRandom, standardNormal, streams } from '../../src/math/random.ts';

describe('mixture quantiles', () => {
  it('of one normal are those of the normal table', () => {
    expect(normalMixtureQuantile([2], [3], 0.95)).toBeCloseTo(2 + 3 * 1.6448536, 4);
    expect(normalMixtureQuantile([2], [3], 0.5)).toBeCloseTo(2, 4);
  });

  it('of two far components lie in the components, not between their moments', () => {
    const lower = normalMixtureQuantile([-10, 10], [0.1, 0.1], 0.25);
    expect(lower).toBeCloseTo(-10, 3);
  });

  it('do not depend on where the search starts', () => {
    const centres = [0, 0.3, 5, -2];
    const sigmas = [0.2, 0.2, 0.2, 0.2];
    const plain = normalMixtureQuantile(centres, sigmas, 0.05);
    for (const start of [-100, -2.3, 0, 4])
      expect(normalMixtureQuantile(centres, sigmas, 0.05, start)).toBeCloseTo(plain, 4);
  });

  it('hold the stated share of draws from the mixture, within four standard errors', () => {
    const random = createRandom(3, streams.data);
    const centres = Array.from({ length: 30 }, () => 2 * standardNormal(random));
    const sigmas = centres.map(() => 0.5);
    const lower = normalMixtureQuantile(centres, sigmas, 0.05);
    const upper = normalMixtureQuantile(centres, sigmas, 0.95);
    const count = 20_000;
    let inside = 0;
    for (let i = 0; i < count; i++) {
      const y = (centres[i % 30] as number) + 0.5 * standardNormal(random);
      if (y >= lower && y <= upper) inside++;
    }
    expect(Math.abs(inside / count - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / count));
  });
});

describe('sorted quantiles', () => {
  it('interpolate between neighbours', () => {
    expect(sortedQuantile([0, 10], 0.25)).toBe(2.5);
    expect(sortedQuantile([4], 0.9)).toBe(4);
  });
});
