// e^x of four float32 numbers and functions of it. They propagate NaN, so that non-finite steps are detected.
import { choose, multiplyAdd, negativeSizeOf, one, term } from './lanes';

/** log₂ e; the smallest exponent; 1.5 · 2^23: adding it rounds a number to an integer, in the lowest bits. */
const reduction: usize = memory.data<f32>([1.44269504088896341, -126, 12582912]);
/** The bias of a float32's exponent. */
const bias: usize = memory.data<i32>([127]);
/** 2^f for |f| ≤ ½, lowest power first: minimax with 1 at 0, relative error 1e-7. */
const powerOfTwo: usize = memory.data<f32>([
  1, 0.6931472148, 0.2402223493, 0.05550308445, 0.009671860978, 0.001340723783,
]);

/** e^x for x ≤ 0, with x clamped to −87. Relative error 1e-7 (1 + |x|). */
@inline
export function exponential(x: v128): v128 {
  const bounded = f32x4.pmax(f32x4.mul(x, term(reduction, 0)), term(reduction, 1));
  const shifted = f32x4.add(bounded, term(reduction, 2));
  const f = f32x4.sub(bounded, f32x4.sub(shifted, term(reduction, 2)));
  const square = f32x4.mul(f, f);
  const low = multiplyAdd(f, term(powerOfTwo, 1), term(powerOfTwo, 0));
  const middle = multiplyAdd(f, term(powerOfTwo, 3), term(powerOfTwo, 2));
  const high = multiplyAdd(f, term(powerOfTwo, 5), term(powerOfTwo, 4));
  const p = multiplyAdd(multiplyAdd(high, square, middle), square, low);
  return f32x4.mul(p, i32x4.shl(i32x4.add(shifted, term(bias, 0)), 23));
}

/** e^−|x| */
@inline
export function decayOf(x: v128): v128 {
  return exponential(negativeSizeOf(x));
}

/** 1/(1 + e^−x), given e^−|x|. */
@inline
export function sigmoidOf(x: v128, decay: v128): v128 {
  const numerator = choose(decay, one(), f32x4.lt(x, i32x4.splat(0)));
  return f32x4.div(numerator, f32x4.add(one(), decay));
}
