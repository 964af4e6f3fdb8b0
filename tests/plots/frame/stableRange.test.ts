import { expect, test } from 'vitest';
import {
  growHalfWidth,
  growLogDomain,
  niceCeiling,
  settleDomain,
} from '../../../src/plots/frame/stableRange.ts';

test('a nice ceiling is round and at least the size', () => {
  expect([0.011, 1, 1.2, 7, 9.5, 1234].map(niceCeiling)).toEqual([0.015, 1, 1.5, 8, 10, 1500]);
  expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY].map(niceCeiling)).toEqual([1, 1, 1, 1]);
});

test('an axis that fits is constant, even when much less is needed', () => {
  expect(growHalfWidth(4, 3.9)).toBe(4);
  expect(growHalfWidth(4, 0.01)).toBe(4);
  expect(growHalfWidth(4, Number.NaN)).toBe(4);
});

test('an axis grows in few round steps while the weights spread', () => {
  const seen = new Set<number>();
  let half: number | null = null;
  for (let i = 0; i < 1000; i++) {
    half = growHalfWidth(half, 1 + 0.005 * i + 0.1 * Math.sin(i));
    seen.add(half);
  }
  expect([...seen]).toEqual([1, 1.5, 2, 3, 4, 5, 6, 8]);
});

test('a logarithmic axis only grows, to 1, 2 or 5 times a power of ten', () => {
  expect(growLogDomain(null, [0.03, 0.9])).toEqual([0.02, 1]);
  expect(growLogDomain([0.02, 1], [0.1, 0.5])).toEqual([0.02, 1]);
  expect(growLogDomain([0.02, 1], [0.007, 3])).toEqual([0.005, 5]);
});

test('a settled domain does not jitter around a round number', () => {
  const first = settleDomain(null, [0, 199]);
  expect(first).toEqual([0, 200]);
  const grown = settleDomain(first, [0, 201]);
  expect(grown).toEqual([0, 300]);
  expect(settleDomain(grown, [0, 199])).toBe(grown);
  expect(settleDomain(grown, [0, 50])).toEqual([0, 50]);
});

test('every rule is idempotent, so rendering twice changes nothing', () => {
  for (const wanted of [0.3, 2, 17])
    expect(growHalfWidth(growHalfWidth(1, wanted), wanted)).toBe(growHalfWidth(1, wanted));
  const settled = settleDomain([0, 10], [-3, 40]);
  expect(settleDomain(settled, [-3, 40])).toEqual(settled);
  expect(settleDomain(null, [0, 0])).toEqual([0, 1]);
});
