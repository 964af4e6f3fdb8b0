import { expect, test } from 'vitest';
import { inputNames, targetName } from '../../../src/panels/views/table/tableNames.ts';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import { createScales } from '../../../src/plots/predictive/predictivePlot.ts';
import {
  actualDomain,
  actualMarks,
  actualPaths,
  actualSummary,
  countCovered,
  rowReadout,
} from '../../../src/plots/table/actualPlot.ts';
import { confusionOf } from '../../../src/plots/table/confusion.ts';

const around = (means: readonly number[], reach: number) => Float64Array.from(means, (mean) => mean + reach);
const means = [2, 5, 100];
const rows = {
  mean: around(means, 0),
  epistemicSigma: Float64Array.of(0.5, 0.25, 1),
  aleatoricSigma: Float64Array.of(1, 1, 1),
  epistemicLower: around(means, -1),
  epistemicUpper: around(means, 1),
  lower: around(means, -2),
  upper: around(means, 2),
};
const actual = [3, 8, 4];

test('both axes show all actual values and a quarter of their range beyond', () => {
  expect(actualDomain([0, 8])).toEqual([-2, 10]);
  expect(actualDomain([4, 4])).toEqual([3, 5]);
  expect(actualDomain([])).toEqual([0, 1]);
});

test('rows are placed by actual and predicted value; those beyond the axes are at their edge', () => {
  const frame = createFrame({ width: 100, height: 100 }, 10, { left: 0, right: 0, top: 0, bottom: 0 });
  const scales = createScales(frame, [0, 10], [0, 10]);
  const marks = actualMarks(rows, actual, frame, scales.x, scales.y);
  expect(marks[0]).toEqual({ index: 0, x: 30, y: 80, innerUpper: 70, innerLower: 90, upper: 60, lower: 100 });
  expect(marks[2]).toMatchObject({ x: 40, y: 0, upper: 0, lower: 0 });
  expect(actualPaths(marks.slice(0, 1))).toEqual({
    outer: 'M30.0,60.0V100.0',
    inner: 'M30.0,70.0V90.0',
    dots: 'M30.0,80.0h0',
  });
});

test('a readout has both parts of the uncertainty, and the summary counts covered intervals', () => {
  expect(rowReadout(rows, actual, 0, 0.9)).toBe(
    'Row 1: actual 3; predicted mean 2, sd 0.5 epistemic and 1 aleatoric; 90 % interval 0 to 4',
  );
  expect(countCovered(rows, actual)).toBe(1);
  expect(actualSummary(rows, actual, 'posterior', 0.9)).toBe(
    'Predicted against actual values of 3 rows. The 90 % interval holds 1 of them.',
  );
  expect(actualSummary(null, actual, 'prior', 0.9)).toBe(
    'Predicted against actual values: nothing to show yet.',
  );
});

/** Predictions with probability 1. */
function answersOf(given: readonly number[], classes: number) {
  const probabilities = new Float64Array(given.length * classes);
  given.forEach((y, row) => {
    probabilities[row * classes + y] = 1;
  });
  const entropy = new Float64Array(given.length);
  return {
    probabilities,
    lower: probabilities,
    upper: probabilities,
    totalEntropy: entropy,
    aleatoricEntropy: entropy,
    mutualInformation: entropy,
  };
}

test('rows are counted by their actual and predicted class', () => {
  const confusion = confusionOf(answersOf([0, 1, 1, 2, 0], 3), [0, 1, 2, 2, 1], 3);
  expect(confusion).toEqual({
    shown: [0, 1, 2],
    hasOthers: false,
    counts: [
      [1, 0, 0],
      [1, 1, 0],
      [0, 1, 1],
    ],
    right: 3,
  });
});

test('rare ones of many classes share a row and a column', () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 20).concat([19, 18, 17, 16, 15, 14, 13, 12]);
  const { shown, hasOthers, counts } = confusionOf(answersOf(labels, 20), labels, 20);
  expect(hasOthers).toBe(true);
  expect(shown).toHaveLength(12);
  expect(shown).toEqual(expect.arrayContaining([12, 13, 14, 15, 16, 17, 18, 19]));
  expect(counts[12]![12]).toBe(2 * 8);
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(labels.length);
});

test('inputs have the names of their columns, or numbers', () => {
  expect(inputNames(['rooms', 'age', 'price'], 2)).toEqual(['rooms', 'age']);
  expect(inputNames([], 2)).toEqual(['x₁', 'x₂']);
  expect(inputNames([], 11).at(-1)).toBe('x₁₁');
  expect(targetName(['rooms', 'age', 'price'])).toBe('price');
  expect(targetName([])).toBe('y');
});
