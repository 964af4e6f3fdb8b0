import { likelihoods, type RegressionLikelihood, summarizeMixture } from '../likelihoods/index.ts';
import type { Problem } from './problem.ts';
import type { CurvePredictive } from './snapshot.ts';

/** Inputs at which the predictive distribution is drawn. */
const GRID_SIZE = 101;
/** Functions shown as single curves. */
const SHOWN_DRAWS = 24;

function regressionLikelihood({ experiment }: Problem): RegressionLikelihood | null {
  const likelihood = likelihoods[experiment.likelihood.kind];
  return likelihood.task === 'regression' ? likelihood : null;
}

/** The plotted inputs in the data's units. */
export function curveGrid({ xDomain: [low, high] }: Problem): Float64Array {
  return Float64Array.from({ length: GRID_SIZE }, (_, i) => low + ((high - low) * i) / (GRID_SIZE - 1));
}

/** p(y | x, D) along the grid x. outputs: [S′, x.length, outputCount], standardised; logNoise: [S′]. */
export function observeCurve(
  problem: Problem,
  x: Float64Array,
  outputs: Float64Array,
  logNoise: Float64Array,
): CurvePredictive {
  const { outputCount } = problem;
  const { mean, scale } = problem.yScaler;
  const { interval, samples } = problem.experiment.prediction;
  const { sigma } = regressionLikelihood(problem)!;
  const column = () => new Float64Array(x.length);
  const drawCount = Math.min(SHOWN_DRAWS, samples);
  const predictive = {
    kind: 'curve' as const,
    x,
    mean: column(),
    epistemicSigma: column(),
    aleatoricSigma: column(),
    epistemicLower: column(),
    epistemicUpper: column(),
    lower: column(),
    upper: column(),
    drawCount,
    draws: new Float64Array(drawCount * x.length),
  };
  const means = new Float64Array(samples);
  const sigmas = new Float64Array(samples);
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let i = 0; i < x.length; i++) {
    for (let draw = 0; draw < samples; draw++) {
      const at = (draw * x.length + i) * outputCount;
      means[draw] = outputs[at]!;
      sigmas[draw] = sigma(outputs, at, logNoise[draw]!);
      if (draw < drawCount) predictive.draws[draw * x.length + i] = mean + scale * outputs[at]!;
    }
    summary = summarizeMixture(means, sigmas, interval, summary);
    predictive.epistemicSigma[i] = scale * summary.epistemicSigma;
    predictive.aleatoricSigma[i] = scale * summary.aleatoricSigma;
    for (const key of ['mean', 'epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      predictive[key][i] = mean + scale * summary[key];
  }
  return predictive;
}
