import { normalQuantile } from '../../math/normalQuantile.ts';
import type { Experiment } from '../document/experiment.ts';
import { pictureKindOf } from '../document/pictureKind.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { curveGrid } from './observeCurve.ts';
import type { CurvePredictive } from './snapshot.ts';

/** N(mean, covariance) of the weights, [P] and [P, P] row-major, on standardised inputs and targets. */
export interface NormalPosterior {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Whether the posterior is normal in closed form: a linear model with a Gaussian prior and Gaussian noise of known σ. */
export function hasExactPosterior(experiment: Experiment): boolean {
  const { network, prior, likelihood } = experiment;
  return (
    pictureKindOf(experiment) === 'curve' &&
    network.kind === 'dense' &&
    network.hidden.length === 0 &&
    prior.kind === 'gaussian' &&
    likelihood.kind === 'gaussian' &&
    !likelihood.learn
  );
}

/**
 * Bayesian linear regression (Bishop 2006, eq. 3.50, 3.51): covariance⁻¹ = diag(1/(scale σ_p)²) + XᵀX/σ², mean =
 * covariance Xᵀy/σ². Columns of X: the inputs, then 1 for the bias.
 */
export function exactPosterior({
  experiment,
  inputs,
  targets,
  inputCount,
  n,
  priorScale,
  noiseSigma,
}: Problem): NormalPosterior {
  const count = inputCount + 1;
  const precision = new Float64Array(count * count);
  const moment = new Float64Array(count);
  const row = new Float64Array(count).fill(1);
  for (let i = 0; i < n; i++) {
    row.set(inputs.subarray(i * inputCount, (i + 1) * inputCount));
    for (let j = 0; j < count; j++) {
      moment[j]! += (row[j]! * targets[i]!) / noiseSigma ** 2;
      for (let k = 0; k < count; k++) precision[j * count + k]! += (row[j]! * row[k]!) / noiseSigma ** 2;
    }
  }
  for (let j = 0; j < count; j++)
    precision[j * count + j]! += 1 / (priorScale[j]! * experiment.prior.sigma) ** 2;
  const covariance = inverse(precision, count);
  const mean = moment.map((_, j) =>
    moment.reduce((sum, value, k) => sum + covariance[j * count + k]! * value, 0),
  );
  return { mean, covariance };
}

/** The inverse of a positive definite matrix [count, count], by Gauss–Jordan elimination; its pivots are never 0. */
function inverse(matrix: Float64Array, count: number): Float64Array {
  const left = matrix.slice();
  const right = new Float64Array(count * count);
  for (let i = 0; i < count; i++) right[i * count + i] = 1;
  for (let pivot = 0; pivot < count; pivot++) {
    const divisor = left[pivot * count + pivot]!;
    for (const side of [left, right]) for (let k = 0; k < count; k++) side[pivot * count + k]! /= divisor;
    for (let row = 0; row < count; row++) {
      const factor = left[row * count + pivot]!;
      if (row === pivot || factor === 0) continue;
      for (const side of [left, right])
        for (let k = 0; k < count; k++) side[row * count + k]! -= factor * side[pivot * count + k]!;
    }
  }
  return right;
}

/** p(y | x, D) along the plotted input, in closed form: f(x) and y are normally distributed. There are no draws to show. */
export function exactCurve(problem: Problem): CurvePredictive {
  const { xDomain, xScalers, yScaler, noiseSigma, experiment } = problem;
  const { mean, covariance } = exactPosterior(problem);
  const x = curveGrid(xDomain);
  const z = standardizedInputs(
    Array.from(x, (value) => ({ x: [value] })),
    xScalers,
  );
  const reach = normalQuantile(0.5 + experiment.prediction.interval / 2);
  const centre = z.map((value) => yScaler.mean + yScaler.scale * (mean[0]! * value + mean[1]!));
  const epistemicSigma = z.map(
    (value) =>
      yScaler.scale * Math.sqrt(value ** 2 * covariance[0]! + 2 * value * covariance[1]! + covariance[3]!),
  );
  const aleatoricSigma = z.map(() => yScaler.scale * noiseSigma);
  const total = epistemicSigma.map((sigma, i) => Math.hypot(sigma, aleatoricSigma[i]!));
  const away = (spread: Float64Array, sign: number) => centre.map((at, i) => at + sign * reach * spread[i]!);
  return {
    kind: 'curve',
    x,
    mean: centre,
    epistemicSigma,
    aleatoricSigma,
    epistemicLower: away(epistemicSigma, -1),
    epistemicUpper: away(epistemicSigma, 1),
    lower: away(total, -1),
    upper: away(total, 1),
    draws: new Float64Array(0),
    drawCount: 0,
  };
}
