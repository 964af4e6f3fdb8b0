import { normalDistribution } from './special.ts';

/** The p-quantile of sorted values, linearly interpolated (type 7 of Hyndman & Fan 1996). 0 ≤ p ≤ 1; at least one value. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

/**
 * p-quantile of the equally weighted mixture of normals N(centres[i], sigmas[i]²), whose distribution function is
 * (1/S) Σ Φ((y − f_s)/σ_s). Newton's method safeguarded by bisection; absolute error 1e-6 of the mixture's spread.
 * sigmas > 0; 0 < p < 1.
 */
export function normalMixtureQuantile(
  centres: ArrayLike<number>,
  sigmas: ArrayLike<number>,
  p: number,
  start?: number,
): number {
  const count = centres.length;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const centre = centres[i] as number;
    const reach = 6 * (sigmas[i] as number);
    low = Math.min(low, centre - reach);
    high = Math.max(high, centre + reach);
    sum += centre;
  }
  const tolerance = 1e-6 * (high - low);
  let y = start !== undefined && start > low && start < high ? start : sum / count;
  for (let iteration = 0; iteration < 60; iteration++) {
    let distribution = 0;
    let density = 0;
    for (let i = 0; i < count; i++) {
      const sigma = sigmas[i] as number;
      const z = (y - (centres[i] as number)) / sigma;
      if (z > 6) distribution += 1;
      else if (z > -6) {
        distribution += normalDistribution(z);
        density += Math.exp(-0.5 * z * z) / sigma;
      }
    }
    const error = distribution / count - p;
    if (error > 0) high = y;
    else low = y;
    const slope = (density * 0.3989422804014327) / count;
    const newton = y - error / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - y) < tolerance || high - low < tolerance) return next;
    y = next;
  }
  return y;
}

/** Distribution function of that mixture at y: (1/S) Σ Φ((y − f_s)/σ_s). */
export function normalMixtureDistribution(
  centres: ArrayLike<number>,
  sigmas: ArrayLike<number>,
  y: number,
): number {
  let sum = 0;
  for (let i = 0; i < centres.length; i++)
    sum += normalDistribution((y - (centres[i] as number)) / (sigmas[i] as number));
  return sum / centres.length;
}
