import { linspace } from '../../../math/linspace.ts';
import { mean, variance } from '../../../math/moments.ts';
import { createRandom, streams } from '../../../math/random.ts';
import { normalLogDensity } from '../../../math/special.ts';
import type { Point } from '../../../model/datasets/dataset.ts';

/**
 * The model of the lesson: p(y = 1 | x, w) = 1/(1 + e^(−w x)) with a prior N(0, 3²) of w. Two classes, one input, one
 * weight, so that a grid gives the posterior exactly.
 */
export const PRIOR_SIGMA = 3;

/** The data: three points of class 0 on the left, three of class 1 on the right, one of each in the middle. */
export const seen: readonly Point[] = [
  { x: [-1.6], y: 0 },
  { x: [-1.1], y: 0 },
  { x: [-0.5], y: 0 },
  { x: [0.3], y: 0 },
  { x: [-0.2], y: 1 },
  { x: [0.6], y: 1 },
  { x: [1.2], y: 1 },
  { x: [1.7], y: 1 },
];

/** Draws that the exhibit opens with. */
export const STANDARD_DRAWS = 50;

/** A posterior on a grid of w. */
interface Grid {
  readonly w: Float64Array;
  /** Probability of each cell; they sum to 1. */
  readonly mass: Float64Array;
  readonly mean: number;
}

const LOW = -4;
const HIGH = 16;
const CELLS = 1001;

/** p(y = 1 | x, w). */
export function probabilityOf(w: number, x: number): number {
  return 1 / (1 + Math.exp(-w * x));
}

/** p(w | D) of the data, cell by cell. */
export function classPosterior(points: readonly Point[] = seen): Grid {
  const w = linspace(LOW, HIGH, CELLS);
  const logs = w.map(
    (value) =>
      normalLogDensity(value, 0, PRIOR_SIGMA) +
      points.reduce((sum, { x, y }) => {
        const p = probabilityOf(value, x[0] as number);
        return sum + Math.log(y === 1 ? p : 1 - p);
      }, 0),
  );
  const largest = logs.reduce((a, b) => Math.max(a, b));
  const raised = logs.map((value) => Math.exp(value - largest));
  const total = raised.reduce((a, b) => a + b);
  const mass = raised.map((value) => value / total);
  return { w, mass, mean: mass.reduce((sum, share, cell) => sum + share * w[cell]!, 0) };
}

/** Draws of w from the posterior by inversion of its distribution function. */
export function drawWeights({ w, mass }: Grid, count: number, seed: number): Float64Array {
  const random = createRandom(seed, streams.prediction);
  const step = w[1]! - w[0]!;
  return Float64Array.from({ length: count }, () => {
    let left = random();
    let cell = 0;
    while (cell < mass.length - 1 && left > mass[cell]!) left -= mass[cell++]!;
    return w[cell]! + step * (left / Math.max(mass[cell]!, Number.MIN_VALUE) - 0.5);
  });
}

/** p(y = 1 | x, D): the integral over w, exact up to the width of a cell. */
export function exactProbability({ w, mass }: Grid, x: number): number {
  return mass.reduce((sum, share, cell) => sum + share * probabilityOf(w[cell]!, x), 0);
}

/** The standard error of the mean over so many draws, √(Var[p(y = 1 | x, w)] / samples), exact up to the width of a cell. */
export function exactStandardError(posterior: Grid, x: number, samples: number): number {
  const exact = exactProbability(posterior, x);
  const { w, mass } = posterior;
  const spread = mass.reduce(
    (sum, share, cell) => sum + share * (probabilityOf(w[cell]!, x) - exact) ** 2,
    0,
  );
  return Math.sqrt(spread / samples);
}

/** The probability of the other class than the one that the exact integral favours. p: p(y = 1) by any of the predictions. */
export function chanceOfError(posterior: Grid, x: number, p: number): number {
  return exactProbability(posterior, x) >= 0.5 ? 1 - p : p;
}

/** The mean over draws of p(y = 1 | x, w), and its standard error as these draws estimate it: NaN for one draw. */
export function averageOf(weights: Float64Array, x: number): { average: number; standardError: number } {
  const each = weights.map((w) => probabilityOf(w, x));
  const standardError = each.length < 2 ? Number.NaN : Math.sqrt(variance(each) / each.length);
  return { average: mean(each), standardError };
}
