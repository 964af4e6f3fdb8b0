import { curveGrid } from '../../../experiment/pictures/observeCurve.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { standardizedInputs } from '../../../experiment/problem/scalers.ts';
import { normalQuantile } from '../../../math/normalQuantile.ts';
import type { FunctionSummary } from '../../trained/widths.ts';

/**
 * Covariance of f(x) and f(x′) under the prior of a network with one hidden layer of infinitely many ReLU units, in
 * standardised units: f is then a Gaussian process (Neal 1996). All weights and biases are N(0, sigma²), those of the output
 * divided by √units: sigma² + sigma⁴ E[max(0, u x + b) max(0, u x′ + b)] with u, b ~ N(0, 1), whose closed form is the
 * arc-cosine kernel of order 1 (Cho & Saul 2009, eq. 3 and 6).
 */
export function priorCovariance(x: number, other: number, sigma: number): number {
  const length = Math.hypot(x, 1) * Math.hypot(other, 1);
  const cosine = Math.min(1, (x * other + 1) / length);
  const angle = Math.acos(cosine);
  const mean = (length * (Math.sin(angle) + (Math.PI - angle) * cosine)) / (2 * Math.PI);
  return sigma ** 2 + sigma ** 4 * mean;
}

/** The exact posterior of f at the plotted inputs for infinitely many units (Rasmussen & Williams 2006, algorithm 2.1). */
export function infiniteWidthPosterior(problem: Problem): FunctionSummary {
  const { inputs, targets, n, noiseSigma, xScalers, yScaler, xDomain, experiment } = problem;
  const { sigma } = experiment.prior;
  const factor = choleskyFactor(
    n,
    (i, j) => priorCovariance(inputs[i]!, inputs[j]!, sigma) + (i === j ? noiseSigma ** 2 : 0),
  );
  const whitened = solveLower(factor, targets);
  const grid = standardizedInputs(
    Array.from(curveGrid(xDomain), (x) => ({ x: [x] })),
    xScalers,
  );
  const reach = normalQuantile((1 + experiment.prediction.interval) / 2);
  const summary = {
    mean: new Float64Array(grid.length),
    epistemicLower: new Float64Array(grid.length),
    epistemicUpper: new Float64Array(grid.length),
  };
  grid.forEach((x, place) => {
    const row = solveLower(
      factor,
      Float64Array.from(inputs, (input) => priorCovariance(x, input, sigma)),
    );
    const mean = dot(row, whitened);
    const deviation = Math.sqrt(Math.max(0, priorCovariance(x, x, sigma) - dot(row, row)));
    const inUnits = (value: number) => yScaler.mean + yScaler.scale * value;
    summary.mean[place] = inUnits(mean);
    summary.epistemicLower[place] = inUnits(mean - reach * deviation);
    summary.epistemicUpper[place] = inUnits(mean + reach * deviation);
  });
  return summary;
}

/** The lower triangular L with L Lᵀ = a symmetric positive definite matrix [n, n], as rows. */
function choleskyFactor(n: number, entry: (i: number, j: number) => number): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(n);
    rows.push(row);
    for (let j = 0; j <= i; j++) {
      const rest = entry(i, j) - dot(row.subarray(0, j), rows[j]!.subarray(0, j));
      row[j] = i === j ? Math.sqrt(rest) : rest / rows[j]![j]!;
    }
  }
  return rows;
}

/** The solution of L v = b by forward substitution. */
function solveLower(factor: readonly Float64Array[], b: Float64Array): Float64Array {
  const v = new Float64Array(b.length);
  factor.forEach((row, i) => {
    v[i] = (b[i]! - dot(row.subarray(0, i), v.subarray(0, i))) / row[i]!;
  });
  return v;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
