// log x of four float32 numbers by the minimax polynomial of Cephes 2.8 (Moshier 1992, logf), with a relative error of a few
// 1e-7. Propagates NaN.
import { choose, multiplyAdd, one, term } from './lanes';

/** (log(1 + f) − f + ½f²)/f³ for √½ − 1 ≤ f ≤ √2 − 1, lowest power first. */
const terms: usize = memory.data<f32>([
  3.3333331174e-1, -2.4999993993e-1, 2.0000714765e-1, -1.6668057665e-1, 1.4249322787e-1, -1.2420140846e-1,
  1.1676998740e-1, -1.1514610310e-1, 7.0376836292e-2,
]);
/** log 2 as two terms, and −½. */
const parts: usize = memory.data<f32>([0.693359375, -2.12194440e-4, -0.5]);
/** √2, above which the mantissa is halved; √2 − 1; ½. */
const reduction: usize = memory.data<f32>([1.41421356, 0.41421356, 0.5]);
/** The exponent bias of float32, the mask of its mantissa, and the bits of 1. */
const layout: usize = memory.data<u32>([127, 0x007fffff, 0x3f800000]);

/** log(1 + f) − f. Powers are summed in pairs, because each addition in a chain of nine would wait for the one before. */
@inline
function remainder(f: v128): v128 {
  const square = f32x4.mul(f, f);
  const fourth = f32x4.mul(square, square);
  const power0 = multiplyAdd(term(terms, 1), f, term(terms, 0));
  const power2 = multiplyAdd(term(terms, 3), f, term(terms, 2));
  const power4 = multiplyAdd(term(terms, 5), f, term(terms, 4));
  const power6 = multiplyAdd(term(terms, 7), f, term(terms, 6));
  const low = multiplyAdd(power2, square, power0);
  const high = multiplyAdd(term(terms, 8), fourth, multiplyAdd(power6, square, power4));
  const p = multiplyAdd(high, fourth, low);
  return f32x4.mul(square, multiplyAdd(p, f, term(parts, 2)));
}

/** log(1 + f) + power · log 2, with f in the range above. */
@inline
function logOfParts(f: v128, power: v128): v128 {
  const low = multiplyAdd(power, term(parts, 1), remainder(f));
  return multiplyAdd(power, term(parts, 0), f32x4.add(low, f));
}

/** log x of normal x > 0. */
@inline
export function logarithm(x: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(x, 23), term(layout, 0));
  const mantissa = v128.or(v128.and(x, term(layout, 1)), term(layout, 2));
  const large = f32x4.gt(mantissa, term(reduction, 0));
  const reduced = choose(f32x4.mul(mantissa, term(reduction, 2)), mantissa, large);
  const power = f32x4.convert_i32x4_s(i32x4.sub(exponent, large));
  return logOfParts(f32x4.sub(reduced, one()), power);
}

/** log(1 + e^x), given e^−|x|. Where e^−|x| is small, the relative error is that of e^−|x|. */
@inline
export function softplusOf(x: v128, decay: v128): v128 {
  const large = f32x4.gt(decay, term(reduction, 1));
  const halved = f32x4.mul(f32x4.sub(decay, one()), term(reduction, 2));
  const logOnePlus = logOfParts(choose(halved, decay, large), v128.and(large, one()));
  return f32x4.add(f32x4.pmax(x, i32x4.splat(0)), logOnePlus);
}
