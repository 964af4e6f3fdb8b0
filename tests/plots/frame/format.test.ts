import { expect, test } from 'vitest';
import { formatChange, formatDigits, formatNumber, formatPercent } from '../../../src/plots/frame/format.ts';

test('numbers have three significant digits, separated thousands and a true minus', () => {
  expect([0.8123, 12345, -1.5, 0, -0, 0.5, 1239].map(formatNumber)).toEqual([
    '0.812',
    '12,300',
    '−1.5',
    '0',
    '0',
    '0.5',
    '1,240',
  ]);
});

test('very small and very large numbers are powers of ten', () => {
  expect(formatNumber(0.0000123)).toBe('1.23 × 10⁻⁵');
  expect(formatNumber(-2.5e12)).toBe('−2.5 × 10¹²');
  expect(formatNumber(999_999)).toBe('1 × 10⁶');
});

test('a number that is not finite is a dash', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(formatNumber(value) + formatPercent(value)).toBe('––');
});

test('a share is a percentage', () => {
  expect(formatPercent(0.95)).toBe('95 %');
});

test('a change has as many digits as are needed to show it', () => {
  expect(formatChange(1, 2)).toEqual(['1', '2']);
  expect(formatChange(-1.5, -1.5004)).toEqual(['−1.5', '−1.5004']);
  expect(formatChange(0.25, 0.25)).toEqual(['0.25', '0.25']);
  expect(formatDigits(1145.4, 4)).toBe('1,145');
});
