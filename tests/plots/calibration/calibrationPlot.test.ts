import { expect, test } from 'vitest';
import type { Calibration } from '../../../src/experiment/pictures/snapshot.ts';
import {
  calibrationMarks,
  calibrationPath,
  calibrationSummary,
  chanceBand,
  coverageText,
  scores,
  wideNoiseText,
} from '../../../src/plots/calibration/calibrationPlot.ts';

const calibration: Calibration = {
  points: 'held-out',
  metrics: {
    n: 300,
    rmse: 0.0712,
    logLikelihood: 1.23,
    coverage: 0.873,
    calibrationError: 0.02,
    reliability: [
      { expected: 0.1, observed: 0.12, count: 300 },
      { expected: 0.9, observed: 0.87, count: 300 },
    ],
  },
};
const x = (p: number) => 100 * p;
const y = (p: number) => 100 - 100 * p;

test('marks are placed by stated and observed frequency', () => {
  expect(calibrationMarks(calibration, x, y)).toEqual([
    { x: 10, y: 88, share: 1 },
    { x: 90, y: expect.closeTo(13, 9), share: 1 },
  ]);
  expect(calibrationPath(calibrationMarks(calibration, x, y))).toBe('M10.0,88.0L90.0,13.0');
  expect(calibrationPath([])).toBe('');
});

test('the band of chance is empty at both ends and widest in the middle', () => {
  const places = chanceBand(100, x, y)
    .slice(1, -1)
    .split('L')
    .map((place) => place.split(',').map(Number));
  const upper = places.slice(0, 41);
  const lower = places.slice(41).reverse();
  const heights = upper.map(([, top], i) => lower[i]![1]! - top!);
  expect(heights[0]).toBe(0);
  expect(heights.at(-1)).toBe(0);
  // 2 · 1.645 · √(¼/100) = 0.1645 of the height.
  expect(heights[20]).toBeCloseTo(16.4, 0);
});

test('a fixed noise far above the error is named as the reason for a band that holds too much', () => {
  const wide: Calibration = {
    ...calibration,
    metrics: { ...calibration.metrics, coverage: 1, rmse: 0.04 },
  };
  expect(wideNoiseText(wide, 0.9, 0.1)).toBe('< noise σ 0.1');
  // Learned noise, a noise near the error, and a band that holds too little have other reasons.
  expect(wideNoiseText(wide, 0.9, null)).toBeNull();
  expect(wideNoiseText(wide, 0.9, 0.05)).toBeNull();
  expect(wideNoiseText(calibration, 0.9, 0.2)).toBeNull();
});

test('the text states the number and kind of points, and what the band contains', () => {
  expect(coverageText(calibration, 0.9)).toBe('The 90 % band holds 87 % of 300 fresh points.');
  expect(coverageText(calibration, 0.9, true)).toBe(
    'The 90 % band of one step holds 87 % of 300 fresh values.',
  );
  const classes: Calibration = {
    points: 'training',
    metrics: { n: 40, accuracy: 0.95, logLikelihood: -0.1, calibrationError: 0.03, reliability: [] },
  };
  expect(coverageText(classes, 0.9)).toBe('The likeliest class is right for 95 % of 40 training points.');
  expect(scores(classes).map(({ name }) => name)).toEqual(['log p(y) a point', 'calibration error']);
  expect(calibrationSummary(calibration, 0.9)).toContain('RMSE 0.0712');
  expect(calibrationSummary(null, 0.9)).toContain('before the first step');
});
