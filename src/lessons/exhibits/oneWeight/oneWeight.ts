import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { linspace } from '../../../math/linspace.ts';
import { normalDistribution, normalLogDensity } from '../../../math/special.ts';
import type { Point } from '../../../model/datasets/dataset.ts';
import { type PriorKind, priors } from '../../../model/priors/index.ts';

/** The model of the lesson: y = w x + noise, one weight and no bias. */
export interface OneWeightModel {
  readonly prior: PriorKind;
  /** The standard deviation of p(w), for any kind. */
  readonly priorDeviation: number;
  /** σ_n, the standard deviation of the noise. */
  readonly noise: number;
}

/** Bayes' theorem at every point of a grid: densities per unit of w, and their means and spreads. */
export interface GridPosterior {
  readonly w: Float64Array;
  readonly prior: Float64Array;
  /** p(D | w), scaled so that its area is 1: only its shape matters. Flat where there are no data. */
  readonly likelihood: Float64Array;
  readonly posterior: Float64Array;
  /** The posterior probability of each cell; they sum to 1. */
  readonly mass: Float64Array;
  readonly mean: number;
  readonly sigma: number;
  /** log p(D) in nats, the logarithm of the sum that Bayes' theorem divides by. */
  readonly logEvidence: number;
}

/** The grid: w from −3 to 3, wide enough for every prior that the exhibit offers. */
export const GRID = { low: -3, high: 3, cells: 601 } as const;

/** Distance from x = 0 within which a point is placed at 0: about 6 pixels of the plot. */
const SNAP = 0.06;

/**
 * The point at a place, moved to x = 0 if it is near. `from` is where a moved point was: an arrow key changes x alone and
 * can move the point away from 0 again.
 */
export function snapToZero({ x, y }: { readonly x: number; readonly y: number }, from?: Point): Point {
  const leaves = from !== undefined && y === from.y && Math.abs(x) > Math.abs(from.x[0] as number);
  return { x: [Math.abs(x) < SNAP && !leaves ? 0 : x], y };
}

/** The parameters that give a prior of each kind this standard deviation. */
export function priorOfDeviation(deviation: number) {
  return {
    sigma: deviation,
    scale: deviation / Math.SQRT2,
    // Half of the weights have a narrow prior, half a wide one: deviation² = (σ₁² + σ₂²)/2 with σ₁ = 6 σ₂.
    pi: 0.5,
    sigma1: 6 * deviation * Math.sqrt(2 / 37),
    sigma2: deviation * Math.sqrt(2 / 37),
  };
}

/** p(w | D) ∝ p(D | w) p(w) on the grid; the only approximation is the width of a cell. */
export function gridPosterior(model: OneWeightModel, points: readonly Point[]): GridPosterior {
  const step = (GRID.high - GRID.low) / (GRID.cells - 1);
  const w = Float64Array.from({ length: GRID.cells }, (_, cell) => GRID.low + cell * step);
  const parameters = priorOfDeviation(model.priorDeviation);
  const logPrior = w.map((value) => priors[model.prior].logDensity(value, parameters));
  const logLikelihood = w.map((value) =>
    points.reduce((sum, { x, y }) => sum + normalLogDensity(y, value * (x[0] as number), model.noise), 0),
  );
  const { density: posterior, logArea } = normalised(
    logPrior.map((value, cell) => value + logLikelihood[cell]!),
    step,
  );
  const mass = posterior.map((value) => value * step);
  const mean = mass.reduce((sum, share, cell) => sum + share * w[cell]!, 0);
  const variance = mass.reduce((sum, share, cell) => sum + share * (w[cell]! - mean) ** 2, 0);
  return {
    w,
    prior: logPrior.map(Math.exp),
    likelihood: normalised(logLikelihood, step).density,
    posterior,
    mass,
    mean,
    sigma: Math.sqrt(variance),
    logEvidence: logArea,
  };
}

/** exp(values) normalised, and the logarithm of its integral; numerically stable for very small values. */
function normalised(values: Float64Array, step: number): { density: Float64Array; logArea: number } {
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const raised = values.map((value) => Math.exp(value - largest));
  const area = step * raised.reduce((sum, value) => sum + value, 0);
  return { density: raised.map((value) => value / area), logArea: largest + Math.log(area) };
}

/** The posterior predictive along x: quantiles of the grid's mixture, exact up to the width of a cell. */
export function oneWeightPredictive(
  { w, mass, mean, sigma }: GridPosterior,
  noise: number,
  interval: number,
  [low, high]: readonly [number, number],
): CurvePredictive {
  const tail = (1 - interval) / 2;
  const [lowWeight, highWeight] = [tail, 1 - tail].map((share) => weightQuantile(w, mass, share)) as [
    number,
    number,
  ];
  // Cells with less than a millionth of the mass do not change a quantile visibly.
  const cells = [...mass.keys()].filter((cell) => mass[cell]! > 1e-6);
  const x = linspace(low, high, 65);
  const edge = (share: number) =>
    x.map((at) => {
      const below = (y: number) =>
        cells.reduce((sum, cell) => sum + mass[cell]! * normalDistribution((y - w[cell]! * at) / noise), 0);
      const reach = Math.abs(at) * Math.max(Math.abs(GRID.low), GRID.high) + 6 * noise;
      return bisect((y) => below(y) - share, -reach, reach);
    });
  return {
    kind: 'curve',
    x,
    mean: x.map((at) => mean * at),
    epistemicSigma: x.map((at) => sigma * Math.abs(at)),
    aleatoricSigma: x.map(() => noise),
    epistemicLower: x.map((at) => Math.min(lowWeight * at, highWeight * at)),
    epistemicUpper: x.map((at) => Math.max(lowWeight * at, highWeight * at)),
    lower: edge(tail),
    upper: edge(1 - tail),
    draws: new Float64Array(0),
    drawCount: 0,
  };
}

/** The quantile of the posterior at this probability, interpolated between cells. */
function weightQuantile(w: Float64Array, mass: Float64Array, share: number): number {
  const step = w[1]! - w[0]!;
  let below = 0;
  for (let cell = 0; cell < w.length; cell++) {
    if (below + mass[cell]! >= share)
      return w[cell]! - step / 2 + (step * (share - below)) / Math.max(mass[cell]!, Number.MIN_VALUE);
    below += mass[cell]!;
  }
  return w.at(-1)!;
}

/** Zero of an increasing function by 24 bisections. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let halving = 0; halving < 24; halving++) {
    const middle = (from + to) / 2;
    if (f(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
