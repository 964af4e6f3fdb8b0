// Elementary functions of four float32 numbers, relative errors of a few 1e-7: polynomials of Cephes 2.8 (Moshier 1992,
// expf, logf, sinf, tanhf, erff), which are minimax on their intervals. NaN goes in and comes out: a step that is not
// finite has to be seen.
import { choose, four, multiplyAdd } from './lanes';

const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** e^x for x ≤ 88; below −87 what e^−87 is. */
@inline
export function exponential(x: v128): v128 {
  const bounded = f32x4.pmin(f32x4.pmax(x, four(-87)), four(88));
  // Added to 1.5 · 2^23, a number is rounded to an integer, which stands in the lowest bits.
  const shifted = multiplyAdd(bounded, four(1.44269504088896341), four(12582912));
  const power = f32x4.sub(shifted, four(12582912));
  let r = multiplyAdd(power, four(-LN2_HIGH), bounded);
  r = multiplyAdd(power, four(-LN2_LOW), r);
  let p = four(1.9875691500e-4);
  p = multiplyAdd(p, r, four(1.3981999507e-3));
  p = multiplyAdd(p, r, four(8.3334519073e-3));
  p = multiplyAdd(p, r, four(4.1665795894e-2));
  p = multiplyAdd(p, r, four(1.6666665459e-1));
  p = multiplyAdd(p, r, four(5.0000001201e-1));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), four(1));
  const scale = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23);
  return f32x4.mul(p, scale);
}

/** log(1 + f) − f for √½ − 1 ≤ f ≤ √2 − 1; its powers in pairs, because a chain of nine sums would wait for each. */
@inline
function logRemainder(f: v128): v128 {
  const square = f32x4.mul(f, f);
  const fourth = f32x4.mul(square, square);
  const power0 = multiplyAdd(four(-2.4999993993e-1), f, four(3.3333331174e-1));
  const power2 = multiplyAdd(four(-1.6668057665e-1), f, four(2.0000714765e-1));
  const power4 = multiplyAdd(four(-1.2420140846e-1), f, four(1.4249322787e-1));
  const power6 = multiplyAdd(four(-1.1514610310e-1), f, four(1.1676998740e-1));
  const low = multiplyAdd(power2, square, power0);
  const high = multiplyAdd(four(7.0376836292e-2), fourth, multiplyAdd(power6, square, power4));
  const p = multiplyAdd(high, fourth, low);
  return f32x4.mul(square, multiplyAdd(p, f, four(-0.5)));
}

/** log(1 + f) + power · log 2, f as above. */
@inline
export function logOfParts(f: v128, power: v128): v128 {
  const low = multiplyAdd(power, four(LN2_LOW), logRemainder(f));
  return multiplyAdd(power, four(LN2_HIGH), f32x4.add(low, f));
}

/** log x of normal x > 0. */
@inline
export function logarithm(x: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(127));
  const mantissa = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f800000));
  const large = f32x4.gt(mantissa, four(1.41421356));
  const reduced = choose(f32x4.mul(mantissa, four(0.5)), mantissa, large);
  const power = f32x4.convert_i32x4_s(i32x4.sub(exponent, large));
  return logOfParts(f32x4.sub(reduced, four(1)), power);
}

/** log(1 + e) for 0 ≤ e ≤ 1, as exact for a small e as e itself. */
@inline
export function logOnePlus(e: v128): v128 {
  const large = f32x4.gt(e, four(0.41421356));
  const f = choose(f32x4.mul(f32x4.sub(e, four(1)), four(0.5)), e, large);
  return logOfParts(f, v128.and(large, four(1)));
}

/** log(1 + e^x), given e^−|x|. */
@inline
export function softplusOf(x: v128, decay: v128): v128 {
  return f32x4.add(f32x4.pmax(x, four(0)), logOnePlus(decay));
}

/** 1/(1 + e^−x), given e^−|x|. */
@inline
export function sigmoidOf(x: v128, decay: v128): v128 {
  const numerator = choose(decay, four(1), f32x4.lt(x, four(0)));
  return f32x4.div(numerator, f32x4.add(four(1), decay));
}

/** sin r for |r| ≤ π/4. */
@inline
export function smallSine(r: v128): v128 {
  const square = f32x4.mul(r, r);
  let p = four(-1.9515295891e-4);
  p = multiplyAdd(p, square, four(8.3321608736e-3));
  p = multiplyAdd(p, square, four(-1.6666654611e-1));
  return multiplyAdd(f32x4.mul(p, square), r, r);
}

/** cos r for |r| ≤ π/4. */
@inline
export function smallCosine(r: v128): v128 {
  const square = f32x4.mul(r, r);
  let p = four(2.443315711809948e-5);
  p = multiplyAdd(p, square, four(-1.388731625493765e-3));
  p = multiplyAdd(p, square, four(4.166664568298827e-2));
  return multiplyAdd(f32x4.mul(square, square), p, multiplyAdd(four(-0.5), square, four(1)));
}

/** sin(r + quarter · π/2) from sin r and cos r; quarter + 1 gives the cosine. */
@inline
export function turned(sine: v128, cosine: v128, quarter: v128): v128 {
  const odd = i32x4.ne(v128.and(quarter, i32x4.splat(1)), i32x4.splat(0));
  const sign = i32x4.shl(v128.and(quarter, i32x4.splat(2)), 30);
  return v128.xor(choose(cosine, sine, odd), sign);
}

/** erf x: a minimax polynomial for |x| ≤ 1, beyond it Abramowitz & Stegun 7.1.26 (1.5e-7). */
@inline
export function errorFunction(x: v128): v128 {
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let near = four(7.853861353153693e-5);
  near = multiplyAdd(near, square, four(-8.010193625184903e-4));
  near = multiplyAdd(near, square, four(5.188327685732524e-3));
  near = multiplyAdd(near, square, four(-2.685381193529856e-2));
  near = multiplyAdd(near, square, four(1.128358514861418e-1));
  near = multiplyAdd(near, square, four(-3.761262582423300e-1));
  near = multiplyAdd(near, square, four(1.128379165726710));
  const t = f32x4.div(four(1), multiplyAdd(four(0.3275911), size, four(1)));
  let tail = four(1.061405429);
  tail = multiplyAdd(tail, t, four(-1.453152027));
  tail = multiplyAdd(tail, t, four(1.421413741));
  tail = multiplyAdd(tail, t, four(-0.284496736));
  tail = multiplyAdd(tail, t, four(0.254829592));
  tail = f32x4.mul(f32x4.mul(tail, t), exponential(f32x4.neg(square)));
  const far = f32x4.sub(four(1), tail);
  const signed = v128.or(far, v128.and(x, i32x4.splat(0x80000000)));
  return choose(f32x4.mul(near, x), signed, f32x4.le(size, four(1)));
}
