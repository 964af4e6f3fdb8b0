import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normalQuantile.ts';
import { erf } from '../../src/math/special.ts';

describe('the normal quantile', () => {
  // mpmath with 30 digits.
  it.each([
    [0.25, -0.6744897501960817],
    [0.02425, -1.9729610513118847],
    [0.01, -2.326347874040841],
    [1e-4, -3.7190164854556804],
    [1e-8, -5.612001244174789],
    [1e-20, -9.262340089798407],
    [1e-299, -36.98493649690257],
  ])('of %f is %f to 14 digits', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14);
  });

  it('of the smallest numbers, where the density underflows, is right to 9 digits', () => {
    expect(Math.abs(normalQuantile(1e-305) / -37.3563460930671 - 1)).toBeLessThan(2e-9);
    expect(Math.abs(normalQuantile(5e-324) / -38.467405617144344 - 1)).toBeLessThan(2e-9);
  });

  it('inverts the distribution function', () => {
    for (let z = -4; z <= 4; z += 0.05)
      // The rounding error of Φ, 1e-16, in units of z.
      expect(Math.abs(normalQuantile(0.5 * (1 + erf(z / Math.SQRT2))) - z)).toBeLessThan(
        4e-16 * Math.sqrt(2 * Math.PI) * Math.exp(0.5 * z * z) + 1e-14,
      );
  });

  it('is odd about one half, and infinite at 0 and 1', () => {
    expect(Math.abs(normalQuantile(0.5))).toBe(0);
    expect(normalQuantile(0.975)).toBe(-normalQuantile(1 - 0.975));
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([-0.1, 1.1, Number.NaN])('of %f is refused', (p) => {
    expect(() => normalQuantile(p)).toThrow('invalid p');
  });
});
