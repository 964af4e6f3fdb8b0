import { linspace } from '../../math/linspace.ts';
import type { Interval } from '../../model/datasets/index.ts';
import { summarizeMixture } from '../../model/likelihoods/index.ts';
import type { Problem } from '../problem/problem.ts';
import { mixtureReader } from './drawsOfRow.ts';
import type { CurvePredictive, RowPredictions } from './snapshot.ts';

/** Inputs at which the predictive distribution is plotted. */
export const CURVE_PLACES = 101;
/** Functions shown as single curves. */
const SHOWN_DRAWS = 24;

/** The plotted inputs of a domain, in the data's units. */
export function curveGrid(domain: Interval): Float64Array {
  return linspace(...domain, CURVE_PLACES);
}

/** The predicted number of each row. outputs: [S′, rows, outputCount], standardised; logNoise: [S′]. */
export function rowPredictions(
  problem: Problem,
  rows: number,
  outputs: Float64Array,
  logNoise: Float64Array,
): RowPredictions {
  const { mean, scale } = problem.yScaler;
  const { interval } = problem.experiment.prediction;
  const mixtureOf = mixtureReader(problem, outputs, rows, logNoise);
  const column = () => new Float64Array(rows);
  const predictions = {
    mean: column(),
    epistemicSigma: column(),
    aleatoricSigma: column(),
    epistemicLower: column(),
    epistemicUpper: column(),
    lower: column(),
    upper: column(),
  };
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let row = 0; row < rows; row++) {
    const { means, sigmas } = mixtureOf(row);
    summary = summarizeMixture(means, sigmas, interval, summary);
    predictions.epistemicSigma[row] = scale * summary.epistemicSigma;
    predictions.aleatoricSigma[row] = scale * summary.aleatoricSigma;
    for (const key of ['mean', 'epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      predictions[key][row] = mean + scale * summary[key];
  }
  return predictions;
}

/** p(y | x, D) along the grid x. outputs: [S′, x.length, outputCount], standardised; logNoise: [S′]. */
export function observeCurve(
  problem: Problem,
  x: Float64Array,
  outputs: Float64Array,
  logNoise: Float64Array,
): CurvePredictive {
  const { mean, scale } = problem.yScaler;
  const drawCount = Math.min(SHOWN_DRAWS, problem.experiment.prediction.samples);
  const draws = Float64Array.from(
    { length: drawCount * x.length },
    (_, at) => mean + scale * outputs[at * problem.outputCount]!,
  );
  return { kind: 'curve', x, ...rowPredictions(problem, x.length, outputs, logNoise), draws, drawCount };
}
