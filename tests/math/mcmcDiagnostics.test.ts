import { describe, expect, it } from 'vitest';
import {
  bulkEffectiveSampleSize,
  type Chains,
  meanStandardError,
  splitRHat,
} from '../../src/math/mcmcDiagnostics.ts';
import { createRandom, type Random, standardNormal } from '../../src/math/random.ts';

/** AR(1) process x ← φ x + ε from its stationary distribution with variance 1/(1 − φ²). */
function autoregressive(random: Random, length: number, phi: number): Float64Array {
  let x = standardNormal(random) / Math.sqrt(1 - phi * phi);
  return Float64Array.from({ length }, () => {
    x = phi * x + standardNormal(random);
    return x;
  });
}

/** Chains of independent N(means[i], sigmas[i]²). */
function independent(
  seed: number,
  length: number,
  means: readonly number[],
  sigmas = means.map(() => 1),
): Chains {
  return means.map((mean, chain) => {
    const random = createRandom(seed, chain);
    return Float64Array.from({ length }, () => mean + sigmas[chain]! * standardNormal(random));
  });
}

const values = (...chains: readonly (readonly number[])[]) => chains.map((chain) => Float64Array.from(chain));

describe('R-hat', () => {
  it('of independent normal chains is near 1', () => {
    // Of 8 halves of 500 draws, R-hat² − 1 ≈ (χ²₇/7 − 1)/500; the 99.9 % quantile of χ²₇ is 24.3.
    const limit = Math.sqrt(1 + (24.3 / 7 - 1) / 500);
    for (let seed = 0; seed < 5; seed++)
      expect(splitRHat(independent(seed, 1000, [0, 0, 0, 0]))).toBeLessThan(limit);
  });

  it('detects chains with different means', () => {
    expect(splitRHat(independent(1, 500, [0, 0, 0, 1.5]))).toBeGreaterThan(1.1);
  });

  it('detects chains with equal means but different variances', () => {
    expect(splitRHat(independent(1, 500, [0, 0, 0, 0], [1, 1, 1, 4]))).toBeGreaterThan(1.1);
  });

  it('detects the drift of a single chain, because it is split', () => {
    const drifting = independent(1, 500, [0]).map((chain) => chain.map((value, i) => value + i / 200));
    expect(splitRHat(drifting)).toBeGreaterThan(1.1);
  });

  it('detects a shift in spite of heavy tails', () => {
    // Cauchy draws by the tangent; without ranks a single draw of 1,000 would dominate the within-chain variance.
    const cauchy = [0, 3].map((shift, chain) => {
      const random = createRandom(3, chain);
      return Float64Array.from({ length: 500 }, () => shift + Math.tan(Math.PI * (random() - 0.5)));
    });
    expect(splitRHat(cauchy)).toBeGreaterThan(1.1);
  });

  it('of a constant is 1, of constant chains with different values infinite', () => {
    expect(splitRHat(values([0.1, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1]))).toBe(1);
    expect(splitRHat(values([0.1, 0.1, 0.1, 0.1], [0.2, 0.2, 0.2, 0.2]))).toBe(Number.POSITIVE_INFINITY);
    expect(splitRHat(values([1, 1, 1, 1], [-1, -1, -1, -1]))).toBe(Number.POSITIVE_INFINITY);
    // The mean of equal numbers may be rounded.
    for (let length = 4; length < 60; length++) {
      const still = [0.1, 0.2, 0.7].map((value) => new Float64Array(length).fill(value));
      expect(splitRHat(still)).toBe(Number.POSITIVE_INFINITY);
      expect(splitRHat(still.map(() => still[0]!))).toBe(1);
    }
  });
});

describe('effective sample size', () => {
  const length = 5000;
  const total = 4 * length;
  const chains = (phi: number) =>
    Array.from({ length: 4 }, (_, chain) => autoregressive(createRandom(11, chain), length, phi));
  /** Relative standard error of a sum of autocorrelations: √(2(2W + 1)/N) over W lags (Madras & Sokal 1988). */
  const relativeError = (phi: number) => {
    const lags = Math.ceil(Math.log(Math.sqrt(total)) / -Math.log(Math.abs(phi)));
    return Math.sqrt((2 * (2 * lags + 1)) / total);
  };

  it.each([-0.4, 0.3, 0.6, 0.9])('of an autoregressive chain is N(1 − φ)/(1 + φ) at φ = %f', (phi) => {
    const exact = (total * (1 - phi)) / (1 + phi);
    const ratio = bulkEffectiveSampleSize(chains(phi)) / exact;
    expect(Math.abs(ratio - 1)).toBeLessThan(3 * relativeError(phi));
  });

  it.each([-0.4, 0.6, 0.9])('gives the mean its exact standard error 1/((1 − φ)√N) at φ = %f', (phi) => {
    const ratio = meanStandardError(chains(phi)) * (1 - phi) * Math.sqrt(total);
    // The standard error is the root of the effective sample size, so its relative error is half; four standard
    // errors, because the distribution is skewed upwards.
    expect(Math.abs(ratio - 1)).toBeLessThan(2 * relativeError(phi));
  });

  it('of independent draws is their number', () => {
    // About two pairs of lags are summed: W = 3.
    const error = Math.sqrt((2 * (2 * 3 + 1)) / total);
    const draws = independent(5, length, [0, 0, 0, 0]);
    expect(Math.abs(bulkEffectiveSampleSize(draws) / total - 1)).toBeLessThan(3 * error);
  });

  it('of S negatively correlated draws is capped at S log10 S', () => {
    expect(bulkEffectiveSampleSize(chains(-0.95))).toBeCloseTo(total * Math.log10(total), 6);
  });

  it('depends on ranks alone', () => {
    const draws = chains(0.6);
    const exponentials = draws.map((chain) => chain.map(Math.exp));
    expect(bulkEffectiveSampleSize(exponentials)).toBe(bulkEffectiveSampleSize(draws));
  });

  it('of a constant is the number of its draws, and its mean has no error', () => {
    const constant = values([0.1, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1]);
    expect(bulkEffectiveSampleSize(constant)).toBe(8);
    expect(meanStandardError(constant)).toBe(0);
  });
});

describe('the standard error of a mean', () => {
  it('scales with the unit of the draws, however large or small they are', () => {
    const draws = independent(2, 100, [0, 0]);
    const error = meanStandardError(draws);
    for (const unit of [1e-200, 1e-3, 1e200]) {
      const scaled = draws.map((chain) => chain.map((value) => value * unit));
      expect(Math.abs(meanStandardError(scaled) / unit / error - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('every diagnostic', () => {
  it('equals ArviZ 0.23.4', () => {
    // 2 chains of 16 draws without ties: multiples modulo 37, transformed, with drift and shift.
    const first = Float64Array.from(
      { length: 16 },
      (_, i) => ((5 * i + 3) % 37) ** 1.5 + 9 * Math.abs(i - 8),
    );
    const second = Float64Array.from(
      { length: 16 },
      (_, i) => ((12 * i + 7) % 37) ** 1.5 + 90.3 + 12 * Math.abs(i - 8),
    );
    const chains = [first, second];
    expect(splitRHat(chains)).toBeCloseTo(1.2020387532958234, 11);
    expect(bulkEffectiveSampleSize(chains)).toBeCloseTo(10.837155714456996, 9);
    expect(meanStandardError(chains)).toBeCloseTo(25.56056685965639, 9);
  });

  it('equals ArviZ 0.23.4 where draws tie and autocorrelations rise again', () => {
    const chains = [1, 4].map((factor) =>
      Float64Array.from(
        { length: 24 },
        (_, i) => Math.floor(((12 * i * i + factor * i) % 19) / 3) + Math.floor(i / 6),
      ),
    );
    expect(splitRHat(chains)).toBeCloseTo(1.1411250383517026, 11);
    expect(bulkEffectiveSampleSize(chains)).toBeCloseTo(14.87027578693968, 9);
    expect(meanStandardError(chains)).toBeCloseTo(0.6132421252763272, 9);
  });

  it('reports no convergence if a draw is not finite', () => {
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const chains = values([1, 2, 3, broken], [2, 1, 4, 3]);
      expect(splitRHat(chains)).toBe(Number.POSITIVE_INFINITY);
      expect(bulkEffectiveSampleSize(chains)).toBe(0);
      expect(meanStandardError(chains)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it('is positive for the fewest draws, for ties, and for one constant chain', () => {
    for (const chains of [
      values([1, 2, 3, 4]),
      values([0, 1, 0, 1, 1], [1, 1, 0, 0, 1]),
      values([0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0]),
      values([2, 2, 2, 2], [1, 2, 3, 4]),
      values([1, 1, 1, 1], [-1, -1, -1, -1]),
      values([1e-300, 0, 0, 0], [0, 0, 1e-300, 0]),
    ]) {
      expect(splitRHat(chains)).toBeGreaterThan(0);
      expect(bulkEffectiveSampleSize(chains)).toBeGreaterThan(0);
      expect(meanStandardError(chains)).toBeGreaterThan(0);
    }
  });

  it('throws for no chains, too few draws, and chains of different lengths', () => {
    for (const chains of [[], values([1, 2, 3]), values([1, 2, 3, 4], [1, 2, 3, 4, 5])])
      for (const diagnostic of [splitRHat, bulkEffectiveSampleSize, meanStandardError])
        expect(() => diagnostic(chains)).toThrow('invalid chains');
  });
});
