import { exponential } from './exponential';
import { choose, multiplyAdd, negativeOf, one, signOf, sizeOf, term } from './lanes';

/** erf x / x over x² for |x| ≤ 1, highest power first: Cephes 2.8 (Moshier 1992, erff). */
const nearTerms: usize = memory.data<f32>([
  7.853861353153693e-5, -8.010193625184903e-4, 5.188327685732524e-3, -2.685381193529856e-2,
  1.128358514861418e-1, -3.761262582423300e-1, 1.128379165726710,
]);
/** Abramowitz & Stegun 7.1.26: p, then the coefficients of the polynomial, highest power first. */
const farTerms: usize = memory.data<f32>([
  0.3275911, 1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592,
]);

/** erf x of four numbers, with absolute error at most 1.5e-7. Propagates NaN. */
@inline
export function errorFunction(x: v128): v128 {
  const size = sizeOf(x);
  const square = f32x4.mul(x, x);
  let near = multiplyAdd(term(nearTerms, 0), square, term(nearTerms, 1));
  near = multiplyAdd(near, square, term(nearTerms, 2));
  near = multiplyAdd(near, square, term(nearTerms, 3));
  near = multiplyAdd(near, square, term(nearTerms, 4));
  near = multiplyAdd(near, square, term(nearTerms, 5));
  near = multiplyAdd(near, square, term(nearTerms, 6));
  const t = f32x4.div(one(), multiplyAdd(term(farTerms, 0), size, one()));
  let tail = multiplyAdd(term(farTerms, 1), t, term(farTerms, 2));
  tail = multiplyAdd(tail, t, term(farTerms, 3));
  tail = multiplyAdd(tail, t, term(farTerms, 4));
  tail = multiplyAdd(tail, t, term(farTerms, 5));
  tail = f32x4.mul(f32x4.mul(tail, t), exponential(negativeOf(square)));
  const far = v128.or(f32x4.sub(one(), tail), signOf(x));
  return choose(f32x4.mul(near, x), far, f32x4.le(size, one()));
}
