import { expect, test } from 'vitest';
import {
  GRID,
  gridPosterior,
  oneWeightPredictive,
  priorOfDeviation,
  snapToZero,
} from '../../src/lessons/exhibits/oneWeight/oneWeight.ts';
import { priors } from '../../src/model/priors/index.ts';

const model = { prior: 'gaussian', priorDeviation: 0.5, noise: 0.3 } as const;
const points = [
  { x: [0.5], y: 0.6 },
  { x: [1.5], y: 0.9 },
];
/** Conjugate: precisions add. */
const precision = 1 / 0.5 ** 2 + (0.5 ** 2 + 1.5 ** 2) / 0.3 ** 2;
const mean = (0.5 * 0.6 + 1.5 * 0.9) / 0.3 ** 2 / precision;

test('the grid finds the conjugate posterior of a Gaussian prior', () => {
  const found = gridPosterior(model, points);
  expect(found.mean).toBeCloseTo(mean, 8);
  expect(found.sigma).toBeCloseTo(precision ** -0.5, 8);
  expect(found.mass.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
});

test('the grid’s evidence is that of the two points under their joint Gaussian', () => {
  // Covariance σ_n² I + σ_p² x xᵀ of (y₁, y₂), written out.
  const [a, b, c] = [0.09 + 0.25 * 0.25, 0.25 * 0.75, 0.09 + 0.25 * 2.25];
  const determinant = a * c - b * b;
  const square = (c * 0.6 ** 2 - 2 * b * 0.6 * 0.9 + a * 0.9 ** 2) / determinant;
  const exact = -Math.log(2 * Math.PI) - 0.5 * Math.log(determinant) - 0.5 * square;
  expect(gridPosterior(model, points).logEvidence).toBeCloseTo(exact, 8);
});

test('a point at x = 0 changes only the evidence, and without points the posterior is the prior', () => {
  const nothing = gridPosterior(model, []);
  expect([...nothing.posterior]).toEqual([...nothing.prior].map((p) => expect.closeTo(p, 6)));
  const [near, far] = [0.1, 1].map((y) => gridPosterior(model, [{ x: [0], y }]));
  expect(far!.mean).toBeCloseTo(nothing.mean, 10);
  expect(far!.sigma).toBeCloseTo(near!.sigma, 10);
  expect(far!.logEvidence).toBeLessThan(near!.logEvidence - 1);
});

test('every kind of prior has the standard deviation of its slider', () => {
  for (const kind of ['gaussian', 'laplace', 'scale-mixture'] as const)
    expect(priors[kind].deviation(priorOfDeviation(0.4)), kind).toBeCloseTo(0.4, 10);
});

test('predicted quantiles are those of the sum of weight and noise, a Gaussian', () => {
  const found = oneWeightPredictive(gridPosterior(model, points), model.noise, 0.9, [-2, 2]);
  const at = found.x.findIndex((x) => Math.abs(x - 1) < 1e-9);
  const deviation = Math.sqrt(1 / precision + 0.3 ** 2);
  expect(found.mean[at]).toBeCloseTo(mean, 8);
  expect(found.upper[at]).toBeCloseTo(mean + 1.6448536 * deviation, 4);
  expect(found.lower[at]).toBeCloseTo(mean - 1.6448536 * deviation, 4);
  expect(found.epistemicUpper[at]! - mean).toBeCloseTo(1.6448536 / Math.sqrt(precision), 3);
  expect(GRID.cells).toBe(601);
});

test('a point near x = 0 is placed at 0, and an arrow key can move it away again', () => {
  expect(snapToZero({ x: 0.03, y: 1 })).toEqual({ x: [0], y: 1 });
  expect(snapToZero({ x: 0.1, y: 1 })).toEqual({ x: [0.1], y: 1 });
  // Dragged up and down with a hand that shakes.
  expect(snapToZero({ x: -0.02, y: 1.1 }, { x: [0], y: 1 })).toEqual({ x: [0], y: 1.1 });
  expect(snapToZero({ x: 0.04, y: 1 }, { x: [0], y: 1 })).toEqual({ x: [0.04], y: 1 });
  expect(snapToZero({ x: 0.04, y: 1 }, { x: [0.08], y: 1 })).toEqual({ x: [0], y: 1 });
});
