import { logSumExp } from '../../math/special.ts';

/**
 * log p(y | x, D) ≈ log (1/S′) Σ_s p(y | x, w_s) from the log densities of the draws [S′]: the log of the mean, never the
 * mean of the logs, and never the density of one moment-matched normal.
 */
export function logMeanExp(logDensities: Float64Array): number {
  return logSumExp(logDensities) - Math.log(logDensities.length);
}
