import { LOG_TWO_PI } from '../../math/special.ts';
import type { RegressionLikelihood } from './likelihood.ts';

/** p(y | f) = N(y; f, σₙ²) with one σₙ for all inputs, fixed or learned as log σₙ. */
export const gaussian: RegressionLikelihood = {
  label: 'Gaussian noise',
  teaches: 'y = f(x, w) + σ · N(0, 1): one width of noise everywhere, in the units of y.',
  source: 'Blundell et al. 2015, §5.2',
  task: 'regression',
  hasNoise: true,
  startsFromNoise: true,
  outputCount: () => 1,
  sigma: (_outputs, _at, logNoise) => Math.exp(logNoise),
  cost: (y, outputs, at, logNoise, slope) => {
    const precision = Math.exp(-2 * logNoise);
    const residual = outputs[at]! - y;
    slope[0] = residual * precision;
    slope[1] = 1 - residual * residual * precision;
    return 0.5 * residual * residual * precision + logNoise + 0.5 * LOG_TWO_PI;
  },
  fisherRoots: (_outputs, _at, logNoise) => Float64Array.of(Math.exp(-logNoise)),
};
