import { erf } from './special.ts';

/** Coefficients of Acklam's rational approximations (2003), highest power first. */
const CENTRE_NUMERATOR: readonly number[] = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const CENTRE_DENOMINATOR: readonly number[] = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL_NUMERATOR: readonly number[] = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_DENOMINATOR: readonly number[] = [
  0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1,
];
/** Below this probability the tail approximation is used. */
const TAIL = 0.02425;
/** Below this probability the density underflows, so the refinement is skipped. */
const UNREFINED = 1e-300;

/**
 * Standard normal quantile, z with Φ(z) = p: Acklam's approximation (relative error 1.2e-9) and one step of Halley's
 * method, accurate to rounding error. −∞ at 0, ∞ at 1. 0 ≤ p ≤ 1.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; must be from 0 to 1: ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const z = approximateQuantile(p);
  if (p < UNREFINED) return z;
  const error = (lowerTail(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp(0.5 * z * z);
  return z - error / (1 + 0.5 * z * error);
}

/** 0 < p ≤ ½. */
function approximateQuantile(p: number): number {
  if (p < TAIL) {
    const root = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_NUMERATOR, root) / polynomial(TAIL_DENOMINATOR, root);
  }
  const offset = p - 0.5;
  const square = offset * offset;
  return (offset * polynomial(CENTRE_NUMERATOR, square)) / polynomial(CENTRE_DENOMINATOR, square);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/** Φ(z) for z ≤ 0; below −2.5 by a continued fraction (Abramowitz & Stegun 26.2.14), where 1 + erf would cancel. */
function lowerTail(z: number): number {
  if (z > -2.5) return 0.5 * (1 + erf(z / Math.SQRT2));
  let fraction = -z;
  for (let n = 80; n >= 1; n--) fraction = -z + n / fraction;
  return Math.exp(-0.5 * z * z) / (Math.sqrt(2 * Math.PI) * fraction);
}
