import type { RunningVariance } from '../experiment/engine/chains.ts';

/** The variance of no draws, for vectors of length `dimension`. */
export function emptyVariance(dimension: number): RunningVariance {
  return { count: 0, mean: new Float64Array(dimension), squares: new Float64Array(dimension) };
}

/** The variance updated by one more draw (Welford 1962). */
export function updateVariance(variance: RunningVariance, draw: Float64Array): RunningVariance {
  const count = variance.count + 1;
  const mean = variance.mean.map((value, i) => value + (draw[i]! - value) / count);
  const squares = variance.squares.map(
    (sum, i) => sum + (draw[i]! - variance.mean[i]!) * (draw[i]! - mean[i]!),
  );
  return { count, mean, squares };
}

/** Unbiased variances, shrunk towards 0.001 where draws are few (Stan reference manual, "Regularized estimation"). */
export function regularizedVariance({ count, squares }: RunningVariance): Float64Array {
  const share = count / (count + 5);
  return squares.map((sum) => share * (sum / Math.max(1, count - 1)) + 1e-3 * (1 - share));
}
