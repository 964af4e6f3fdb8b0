import { normalMixtureDistribution } from '../../math/quantiles.ts';
import { normalLogDensity } from '../../math/special.ts';
import { intervalCalibrationError, intervalReliability } from '../../model/likelihoods/index.ts';
import { exactPosterior } from '../pictures/exactPosterior.ts';
import type { Calibration } from '../pictures/snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { scoredPoints } from './calibration.ts';

/**
 * Scores of the posterior predictive in closed form, p(y | x, D) = N(mᵀφ, φᵀVφ + σ²) (Bishop 2006, eq. 3.58), in the data's own
 * units; null without any points. The problem must have an exact posterior.
 */
export function exactCalibration(problem: Problem): Calibration | null {
  const scored = scoredPoints(problem);
  if (!scored) return null;
  const { xScalers, yScaler, noiseSigma, experiment } = problem;
  const { mean, covariance } = exactPosterior(problem);
  const tail = (1 - experiment.prediction.interval) / 2;
  const n = scored.points.length;
  const z = standardizedInputs(scored.points, xScalers);
  const reached = new Float64Array(n);
  let squares = 0;
  let logLikelihood = 0;
  scored.points.forEach(({ y }, i) => {
    const x = z[i]!;
    const centre = yScaler.mean + yScaler.scale * (mean[0]! * x + mean[1]!);
    const variance = x ** 2 * covariance[0]! + 2 * x * covariance[1]! + covariance[3]! + noiseSigma ** 2;
    const sigma = yScaler.scale * Math.sqrt(variance);
    squares += (y - centre) ** 2;
    logLikelihood += normalLogDensity(y, centre, sigma);
    reached[i] = normalMixtureDistribution(Float64Array.of(centre), Float64Array.of(sigma), y);
  });
  return {
    points: scored.of,
    metrics: {
      n,
      rmse: Math.sqrt(squares / n),
      logLikelihood: logLikelihood / n,
      coverage: reached.filter((f) => f >= tail && f <= 1 - tail).length / n,
      calibrationError: intervalCalibrationError(reached),
      reliability: intervalReliability(reached).map((level) => ({ ...level, count: n })),
    },
  };
}
