import { describe, expect, it } from 'vitest';
import {
  erf,
  logAddExp,
  logSumExp,
  normalDistribution,
  sigmoid,
  softplus,
  softplusInverse,
} from '../../src/math/special.ts';
import { golden, relativeError } from '../reference/golden.ts';

describe('softplus', () => {
  it.each(golden.softplus.rows.filter((row) => row.rho > -700))('equals the reference at ρ = $rho', (row) => {
    expect(relativeError(softplus(row.rho), row.sigma)).toBeLessThan(1e-9);
    expect(relativeError(sigmoid(row.rho), row.dsigma_drho)).toBeLessThan(1e-9);
  });

  it('is a subnormal at ρ = −745, accurate to its last bit; training keeps ρ above −10', () => {
    const row = golden.softplus.rows.find(({ rho }) => rho === -745)!;
    expect(softplus(row.rho)).toBe(row.sigma);
    expect(sigmoid(row.rho)).toBe(row.dsigma_drho);
  });

  it('has an accurate logarithm at every ρ', () => {
    for (const row of golden.softplus.rows) {
      // At ρ = −745, σ is the smallest subnormal: its logarithm has a relative error of about 1/745.
      const tolerance = row.rho === -745 ? 1e-3 : 1e-9;
      expect(relativeError(Math.log(softplus(row.rho)), row.log_sigma)).toBeLessThan(tolerance);
    }
  });

  it('is finite and positive in float32 for ρ from −40 to 40', () => {
    for (let rho = -40; rho <= 40; rho += 0.25) {
      const sigma = Math.fround(softplus(Math.fround(rho)));
      expect(sigma).toBeGreaterThan(0);
      expect(Number.isFinite(Math.log(sigma))).toBe(true);
    }
  });

  it('is inverted by its inverse', () => {
    for (const sigma of [1e-6, 0.01, 0.5, 1, 5, 40])
      expect(softplus(softplusInverse(sigma))).toBeCloseTo(sigma, 9);
  });
});

describe('log-sum-exp', () => {
  it('is accurate where exponentials overflow or underflow', () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 9);
    expect(logSumExp([-1000, -1001])).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 9);
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
    expect(logAddExp(-2000, -1000)).toBe(-1000);
  });
});

describe('erf and the normal distribution function', () => {
  // Abramowitz & Stegun, table 7.1.
  it.each([
    [0, 0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [2.6, 0.9997639655834707],
    [3.5, 0.9999992569016276],
  ])('erf(%f) = %f', (x, value) => {
    expect(Math.abs(erf(x) - value)).toBeLessThan(1e-14);
    expect(Math.abs(erf(-x) + value)).toBeLessThan(1e-14);
  });

  it('Φ agrees with erf to 1e-7', () => {
    for (let z = -5; z <= 5; z += 0.1)
      expect(Math.abs(normalDistribution(z) - 0.5 * (1 + erf(z / Math.SQRT2)))).toBeLessThan(1e-7);
  });
});
