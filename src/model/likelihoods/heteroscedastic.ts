import { LOG_TWO_PI } from '../../math/special.ts';
import type { RegressionLikelihood } from './likelihood.ts';

/** Minimum and maximum log-variance: σₙ(x) stays between 0.001 and 1,000 standard deviations of y. */
export const logVarianceBounds = [2 * Math.log(1e-3), 2 * Math.log(1e3)] as const;

function logVariance(output: number): number {
  return Math.min(Math.max(output, logVarianceBounds[0]), logVarianceBounds[1]);
}

/**
 * p(y | f) = N(y; f₁, exp f₂): the network outputs a mean and a log-variance for every input (Kendall & Gal 2017, eq.
 * 8).
 */
export const heteroscedastic: RegressionLikelihood = {
  label: 'Noise that depends on x',
  teaches:
    'A second output of the network is the log-variance, so that the noise may change with the inputs.',
  source: 'Kendall & Gal 2017, eq. 8',
  task: 'regression',
  hasNoise: false,
  startsFromNoise: true,
  outputCount: () => 2,
  sigma: (outputs, at) => Math.exp(0.5 * logVariance(outputs[at + 1]!)),
  cost: (y, outputs, at, _logNoise, slope) => {
    const output = outputs[at + 1]!;
    const s = logVariance(output);
    const precision = Math.exp(-s);
    const residual = outputs[at]! - y;
    const halfSquare = 0.5 * residual * residual * precision;
    slope[0] = residual * precision;
    slope[1] = s === output ? 0.5 - halfSquare : 0;
    slope[2] = 0;
    return halfSquare + 0.5 * (s + LOG_TWO_PI);
  },
  fisherRoots: (outputs, at) =>
    Float64Array.of(Math.exp(-0.5 * logVariance(outputs[at + 1]!)), 0, 0, Math.SQRT1_2),
};
