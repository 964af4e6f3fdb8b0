import { expect, test } from 'vitest';
import {
  evaluateCells,
  gridDuration,
  gridExponent,
} from '../../src/lessons/exhibits/countTheGrid/countTheGrid.ts';
import { powerOfTen } from '../../src/lessons/exhibits/countTheGrid/powerOfTen.ts';

test('the number of cells is points to the power of weights', () => {
  expect(10 ** gridExponent(7, 3)).toBeCloseTo(343, 9);
  expect(gridExponent(10, 80)).toBe(80);
});

test('numbers are written out up to a million, then as powers of ten', () => {
  expect([0, 2, Math.log10(343), 5].map(powerOfTen)).toEqual(['1', '100', '343', '100,000']);
  expect([6, 20, 20.5, 150.99999].map(powerOfTen)).toEqual(['10⁶', '10²⁰', '3.2 × 10²⁰', '10¹⁵¹']);
});

test('times are shown in the largest unit that they reach', () => {
  expect(gridDuration(3, 1e6)).toMatchObject({ value: expect.closeTo(1, 9), unit: 'ms' });
  expect(gridDuration(8, 1e6)).toMatchObject({ value: expect.closeTo(100 / 60, 9), unit: 'min' });
  // 10²⁰ cells at 10⁶ a second: 10¹⁴ s, 3.17 million years.
  expect(gridDuration(20, 1e6)).toMatchObject({ value: expect.closeTo(1e14 / 31_557_600, 0), unit: 'years' });
  // 10⁸⁰ at 10⁶ a second: 10⁷⁴ s; the age of the universe is 4.35 × 10¹⁷ s.
  const { unit, exponent } = gridDuration(80, 1e6);
  expect(unit).toBe('ages of the universe');
  expect(exponent).toBeCloseTo(74 - Math.log10(4.355e17), 3);
});

test('the timed work computes every cell', () => {
  expect(evaluateCells(7, 3)).toBeLessThan(0);
  expect(evaluateCells(14, 3)).toBeLessThan(evaluateCells(7, 3));
  expect(evaluateCells(0, 3)).toBe(0);
});
