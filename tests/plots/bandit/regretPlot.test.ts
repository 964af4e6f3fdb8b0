import { expect, test } from 'vitest';
import {
  interactionDomain,
  type RegretLine,
  recentRegret,
  regretPath,
  regretSummary,
  settleRegret,
  tableRows,
} from '../../../src/plots/bandit/regretPlot.ts';

const style = { color: 'black', width: 1, dash: [] };
const named = (name: string, ...totals: number[]): RegretLine => ({ name, totals, style });

test('a linear line starts from no regret after no mushrooms and passes through every total', () => {
  const path = regretPath(
    [0, 5, 20],
    'linear',
    (t) => 10 * t,
    (regret) => 100 - regret,
  );
  expect(path).toBe('M0,100L10,100L20,95L30,80');
});

test('a logarithmic line begins at the first positive regret', () => {
  const path = regretPath(
    [0, 0, 5, 20],
    'logarithmic',
    (t) => 10 * t,
    (regret) => 100 - regret,
  );
  expect(path).toBe('M30,95L40,80');
  expect(
    regretPath(
      [0, 0],
      'logarithmic',
      (t) => t,
      (regret) => regret,
    ),
  ).toBe('');
});

test('a long line has one point per pixel column, and ends at the last total', () => {
  const totals = Array.from({ length: 5000 }, (_, index) => index);
  const path = regretPath(
    totals,
    'linear',
    (t) => t / 50,
    (regret) => regret,
  );
  expect(path.split('L').length).toBeLessThanOrEqual(103);
  expect(path.endsWith('L100,4999')).toBe(true);
});

test('axes show all interactions, from 1 on a logarithmic one, and never fewer than fifty', () => {
  expect(interactionDomain(3, 'linear')).toEqual([0, 50]);
  expect(interactionDomain(3, 'logarithmic')).toEqual([1, 50]);
  expect(interactionDomain(1234, 'linear')).toEqual([0, 1234]);
});

test('the axis of regret is constant while all fits, and then grows as needed', () => {
  const settle = settleRegret('linear');
  const first = settle(null, 380);
  expect(first).toEqual([0, 400]);
  expect(settle(first, 399)).toBe(first);
  expect(settle(first, 401)[1]).toBeGreaterThanOrEqual(401);
  const logarithmic = settleRegret('logarithmic')(null, 380);
  expect(logarithmic).toEqual([5, 500]);
  expect(settleRegret('logarithmic')(logarithmic, 10)).toEqual(logarithmic);
});

test('the table has round rows and the last', () => {
  expect(tableRows(0)).toEqual([]);
  expect(tableRows(1)).toEqual([1]);
  expect(tableRows(130)).toEqual([1, 2, 5, 10, 20, 50, 100, 130]);
  expect(tableRows(200)).toEqual([1, 2, 5, 10, 20, 50, 100, 200]);
});

test('recent regret is the slope of the end of a line', () => {
  expect(recentRegret([5, 5, 20, 20], 2)).toBe(7.5);
  expect(recentRegret([5, 5, 20, 20], 100)).toBe(5);
});

test('the summary lists agents in order of regret', () => {
  expect(regretSummary([named('A', 5, 20), named('B', 0, 5)])).toBe(
    'Cumulative regret after 2 mushrooms, least first: B 5, A 20.',
  );
  expect(regretSummary([named('A')])).toMatch(/no mushrooms yet/);
});
