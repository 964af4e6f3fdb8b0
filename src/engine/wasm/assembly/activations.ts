// Hidden activations. Each replaces `count` pre-activations by their values and writes the derivatives to `slopes`, in groups
// of four.
import { decayOf, exponential, sigmoidOf } from './exponential';
import { choose, multiplyAdd, negativeOf, one, signOf, sizeOf, term } from './lanes';
import { smallCosine, smallSine, turned, turnedCosine } from './trigonometry';

export function relu(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    v128.store(values, f32x4.pmax(x, i32x4.splat(0)));
    v128.store(slopes, v128.and(f32x4.gt(x, i32x4.splat(0)), one()));
    slopes += 16;
  }
}

/** (tanh x − x)/x³ over x² for |x| < 0.625, highest power first: Cephes 2.8 (Moshier 1992, tanhf). Then 0.625, −2 and 4. */
const nearTerms: usize = memory.data<f32>([
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
]);
const tanhParts: usize = memory.data<f32>([0.625, -2, 4]);

/** With t = e^(−2|x|): tanh |x| = (1 − t)/(1 + t), or near 0 a polynomial, and its slope 4t/(1 + t)². */
export function tanh(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const size = sizeOf(x);
    const t = exponential(f32x4.mul(term(tanhParts, 1), size));
    const inverse = f32x4.div(one(), f32x4.add(one(), t));
    const square = f32x4.mul(x, x);
    let near = multiplyAdd(term(nearTerms, 0), square, term(nearTerms, 1));
    near = multiplyAdd(near, square, term(nearTerms, 2));
    near = multiplyAdd(near, square, term(nearTerms, 3));
    near = multiplyAdd(near, square, term(nearTerms, 4));
    near = multiplyAdd(f32x4.mul(near, square), x, x);
    const far = v128.or(f32x4.mul(f32x4.sub(one(), t), inverse), signOf(x));
    v128.store(values, choose(near, far, f32x4.lt(size, term(tanhParts, 0))));
    v128.store(slopes, f32x4.mul(f32x4.mul(term(tanhParts, 2), t), f32x4.mul(inverse, inverse)));
    slopes += 16;
  }
}

export function sigmoid(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const decay = decayOf(x);
    const value = sigmoidOf(x, decay);
    v128.store(values, value);
    v128.store(slopes, f32x4.mul(value, sigmoidOf(negativeOf(x), decay)));
    slopes += 16;
  }
}

/** x · sigmoid(x). */
export function silu(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const decay = decayOf(x);
    const gate = sigmoidOf(x, decay);
    const value = f32x4.mul(x, gate);
    v128.store(values, value);
    v128.store(slopes, multiplyAdd(value, sigmoidOf(negativeOf(x), decay), gate));
    slopes += 16;
  }
}

/** 2/π; then −π/2 in three parts. */
const halfTurn: usize = memory.data<f32>([
  0.636619772367581343, -1.5703125, -4.837512969970703125e-4, -7.54978995489188216e-8,
]);

/** The argument is brought to |r| ≤ π/4 with π/2 in three parts (Cody & Waite 1980); good to |x| of thousands. */
export function sin(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const quarters = f32x4.nearest(f32x4.mul(x, term(halfTurn, 0)));
    let r = multiplyAdd(quarters, term(halfTurn, 1), x);
    r = multiplyAdd(quarters, term(halfTurn, 2), r);
    r = multiplyAdd(quarters, term(halfTurn, 3), r);
    const sine = smallSine(r);
    const cosine = smallCosine(r);
    const quarter = i32x4.trunc_sat_f32x4_s(quarters);
    v128.store(values, turned(sine, cosine, quarter));
    v128.store(slopes, turnedCosine(sine, cosine, quarter));
    slopes += 16;
  }
}

export function linear(values: usize, slopes: usize, count: i32): void {
  const end = slopes + (<usize>count << 2);
  for (; slopes < end; slopes += 16) v128.store(slopes, one());
}
