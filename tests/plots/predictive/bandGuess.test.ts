import { expect, test } from 'vitest';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { initialGuess, moveEdge, scoreGuess, scoreText } from '../../../src/plots/predictive/bandGuess.ts';
import { inRegion } from '../../../src/plots/predictive/RegionBrush.tsx';

const x = Float64Array.from({ length: 41 }, (_, i) => i / 40);
const band = (lower: (x: number) => number, upper: (x: number) => number) =>
  ({ x, lower: x.map(lower), upper: x.map(upper) }) as unknown as CurvePredictive;
const guess = (lower: number, upper: number) => ({ x: [0, 1], lower: [lower, lower], upper: [upper, upper] });

test('the overlap with the same band is 1, with a disjoint one 0, with half of it 0.5', () => {
  const real = band(
    () => 1,
    () => 3,
  );
  expect(scoreGuess(guess(1, 3), real, [0, 5]).overlap).toBeCloseTo(1, 12);
  expect(scoreGuess(guess(3.5, 4), real, [0, 5]).overlap).toBe(0);
  expect(scoreGuess(guess(1, 2), real, [0, 5]).overlap).toBeCloseTo(0.5, 12);
});

test('parts beyond the plot do not count', () => {
  const real = band(
    () => -100,
    () => 100,
  );
  expect(scoreGuess(guess(0, 5), real, [0, 5]).overlap).toBeCloseTo(1, 12);
});

test('the text states where the guess was too narrow or too wide', () => {
  const real = band(
    () => 0,
    (place) => (place > 0.5 ? 4 : 1),
  );
  const score = scoreGuess(guess(0, 2), real, [0, 5]);
  expect(score.tooNarrow![0]).toBeCloseTo(0.525, 12);
  expect(score.tooNarrow![1]).toBe(1);
  expect(score.tooWide).toEqual([0, 0.5]);
  expect(scoreText(score)).toMatch(
    /too little doubt between x = 0.525 and 1, too much between x = 0 and 0.5/,
  );
  expect(
    scoreText(
      scoreGuess(
        guess(0, 1),
        band(
          () => 0,
          () => 1,
        ),
        [0, 5],
      ),
    ),
  ).toMatch(/100 % of their area: well guessed/);
});

test('an edge pushes the other instead of crossing it', () => {
  const first = initialGuess([0, 1], [0, 10]);
  expect(first.lower.every((value, i) => value < first.upper[i]!)).toBe(true);
  const moved = moveEdge(first, 3, 'lower', 9);
  expect(moved.lower[3]).toBe(9);
  expect(moved.upper[3]).toBe(9);
  expect(moved.upper[4]).toBe(first.upper[4]);
});

test('a region contains the points within it and on its edges; a range of inputs has no limits in y', () => {
  expect(inRegion({ x: [0, 1], y: null }, { x: 1, y: 99 })).toBe(true);
  expect(inRegion({ x: [0, 1], y: null }, { x: 1.01, y: 0 })).toBe(false);
  expect(inRegion({ x: [0, 1], y: [2, 3] }, { x: 0, y: 2 })).toBe(true);
  expect(inRegion({ x: [0, 1], y: [2, 3] }, { x: 0.5, y: 1.9 })).toBe(false);
});
