import { expect, test } from 'vitest';
import {
  type NamedVariance,
  varianceBars,
  varianceDomain,
  varianceNote,
  varianceSummary,
} from '../../../src/plots/weights/varianceBars.ts';

const named = (...variances: (number | null)[]): NamedVariance[] =>
  variances.map((variance, index) => ({ name: `estimator ${index}`, variance, chosen: index === 1 }));

test('bar lengths are logarithms between whole decades', () => {
  const bars = varianceBars(named(20_000, 200, 2000));
  expect(varianceDomain(named(20_000, 200, 2000))).toEqual([100, 100_000]);
  const shares = bars.map(({ share }) => share);
  expect(shares[2]! - shares[1]!).toBeCloseTo(1 / 3);
  expect(shares[0]! - shares[2]!).toBeCloseTo(1 / 3);
  expect(bars.map(({ value }) => value)).toEqual(['20,000', '200', '2,000']);
  expect(bars.map(({ chosen }) => chosen)).toEqual([false, true, false]);
});

test('the least variance still has a bar, and equal ones fit', () => {
  for (const bars of [
    varianceBars(named(100, 1000)),
    varianceBars(named(5, 5)),
    varianceBars(named(1e-12, 1e12)),
  ])
    for (const { share } of bars) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
});

test('unmeasured variances have a dash and no bar', () => {
  for (const nothing of [named(null, null), named(0, Number.NaN), []]) {
    expect(varianceBars(nothing).every(({ share }) => share === 0)).toBe(true);
    expect(varianceDomain(nothing)).toBeNull();
    expect(varianceSummary(nothing)).toContain('not measured');
    expect(varianceNote(nothing)).toContain('Not measured');
  }
  expect(varianceBars(named(null, 3))[0]).toMatchObject({ share: 0, value: '–' });
});

test('the text names every estimator, its number and the chosen one', () => {
  expect(varianceSummary(named(1234, 5))).toBe(
    'Variance of one sample’s gradient: estimator 0 1,230, estimator 1 (chosen) 5.',
  );
  expect(varianceNote(named(1234, 5))).toContain('from 1 to 10,000: lower is steadier');
});
