import { linspace } from '../../math/linspace.ts';
import type { Interval } from '../../model/datasets/index.ts';
import { likelihoods, type RegressionLikelihood, summarizeMixture } from '../../model/likelihoods/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { CurvePredictive, RowPredictions } from './snapshot.ts';

/** Inputs at which the predictive distribution is drawn. */
const GRID_SIZE = 101;
/** Functions shown as single curves. */
const SHOWN_DRAWS = 24;

function regressionLikelihood({ experiment }: Problem): RegressionLikelihood | null {
  const likelihood = likelihoods[experiment.likelihood.kind];
  return likelihood.task === 'regression' ? likelihood : null;
}

/** The plotted inputs of a domain, in the data's units. */
export function curveGrid(domain: Interval): Float64Array {
  return linspace(...domain, GRID_SIZE);
}

/** What the draws say of each row. outputs: [S′, rows, outputCount], standardised; logNoise: [S′]. */
export function rowPredictions(
  problem: Problem,
  rows: number,
  outputs: Float64Array,
  logNoise: Float64Array,
): RowPredictions {
  const { outputCount } = problem;
  const { mean, scale } = problem.yScaler;
  const { interval, samples } = problem.experiment.prediction;
  const { sigma } = regressionLikelihood(problem)!;
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
  const means = new Float64Array(samples);
  const sigmas = new Float64Array(samples);
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let i = 0; i < rows; i++) {
    for (let draw = 0; draw < samples; draw++) {
      const at = (draw * rows + i) * outputCount;
      means[draw] = outputs[at]!;
      sigmas[draw] = sigma(outputs, at, logNoise[draw]!);
    }
    summary = summarizeMixture(means, sigmas, interval, summary);
    predictions.epistemicSigma[i] = scale * summary.epistemicSigma;
    predictions.aleatoricSigma[i] = scale * summary.aleatoricSigma;
    for (const key of ['mean', 'epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      predictions[key][i] = mean + scale * summary[key];
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
