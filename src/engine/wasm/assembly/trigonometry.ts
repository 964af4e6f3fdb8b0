// Sine and cosine of four float32 numbers |r| ≤ π/4 by the minimax polynomials of Cephes 2.8 (Moshier 1992, sinf), and of
// r + quarter · π/2.
import { choose, multiplyAdd, one, term } from './lanes';

/** (sin r − r)/r³ and (cos r − 1 + ½r²)/r⁴ as polynomials in r², lowest power first; then −½. */
const sineTerms: usize = memory.data<f32>([-1.6666654611e-1, 8.3321608736e-3, -1.9515295891e-4]);
const cosineTerms: usize = memory.data<f32>([
  4.166664568298827e-2, -1.388731625493765e-3, 2.443315711809948e-5, -0.5,
]);
/** Masks of the two lowest bits of a quarter. */
const quarters: usize = memory.data<i32>([1, 2]);

/** sin r for |r| ≤ π/4. */
@inline
export function smallSine(r: v128): v128 {
  const square = f32x4.mul(r, r);
  let p = multiplyAdd(term(sineTerms, 2), square, term(sineTerms, 1));
  p = multiplyAdd(p, square, term(sineTerms, 0));
  return multiplyAdd(f32x4.mul(p, square), r, r);
}

/** cos r for |r| ≤ π/4. */
@inline
export function smallCosine(r: v128): v128 {
  const square = f32x4.mul(r, r);
  let p = multiplyAdd(term(cosineTerms, 2), square, term(cosineTerms, 1));
  p = multiplyAdd(p, square, term(cosineTerms, 0));
  const near = multiplyAdd(term(cosineTerms, 3), square, one());
  return multiplyAdd(f32x4.mul(square, square), p, near);
}

/** sin(r + quarter · π/2) from sin r and cos r. */
@inline
export function turned(sine: v128, cosine: v128, quarter: v128): v128 {
  const even = i32x4.eq(v128.and(quarter, term(quarters, 0)), i32x4.splat(0));
  const flip = i32x4.shl(v128.and(quarter, term(quarters, 1)), 30);
  return v128.xor(choose(sine, cosine, even), flip);
}

/** cos(r + quarter · π/2) from sin r and cos r. */
@inline
export function turnedCosine(sine: v128, cosine: v128, quarter: v128): v128 {
  return turned(sine, cosine, i32x4.add(quarter, term(quarters, 0)));
}
