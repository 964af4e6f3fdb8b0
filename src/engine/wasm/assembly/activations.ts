// Hidden activations of `count` pre-activations, replaced by their values; the derivatives go to `slopes`. Groups of four.
import { exponential, sigmoidOf, smallCosine, smallSine, turned } from './elementary';
import { choose, four, multiplyAdd } from './lanes';

export function relu(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    v128.store(values, f32x4.pmax(x, four(0)));
    v128.store(slopes, v128.and(f32x4.gt(x, four(0)), four(1)));
    slopes += 16;
  }
}

/** With t = e^(−2|x|): tanh |x| = (1 − t)/(1 + t), or near 0 a polynomial, and its slope 4t/(1 + t)². */
export function tanh(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const size = f32x4.abs(x);
    const t = exponential(f32x4.mul(four(-2), size));
    const inverse = f32x4.div(four(1), f32x4.add(four(1), t));
    const square = f32x4.mul(x, x);
    let near = four(-5.70498872745e-3);
    near = multiplyAdd(near, square, four(2.06390887954e-2));
    near = multiplyAdd(near, square, four(-5.37397155531e-2));
    near = multiplyAdd(near, square, four(1.33314422036e-1));
    near = multiplyAdd(near, square, four(-3.33332819422e-1));
    near = multiplyAdd(f32x4.mul(near, square), x, x);
    const far = f32x4.mul(f32x4.sub(four(1), t), inverse);
    const signed = v128.or(far, v128.and(x, i32x4.splat(0x80000000)));
    v128.store(values, choose(near, signed, f32x4.lt(size, four(0.625))));
    v128.store(slopes, f32x4.mul(f32x4.mul(four(4), t), f32x4.mul(inverse, inverse)));
    slopes += 16;
  }
}

export function sigmoid(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const decay = exponential(f32x4.neg(f32x4.abs(x)));
    const value = sigmoidOf(x, decay);
    v128.store(values, value);
    v128.store(slopes, f32x4.mul(value, sigmoidOf(f32x4.neg(x), decay)));
    slopes += 16;
  }
}

/** x · sigmoid(x). */
export function silu(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const decay = exponential(f32x4.neg(f32x4.abs(x)));
    const gate = sigmoidOf(x, decay);
    const value = f32x4.mul(x, gate);
    v128.store(values, value);
    v128.store(slopes, multiplyAdd(value, sigmoidOf(f32x4.neg(x), decay), gate));
    slopes += 16;
  }
}

/** The argument is brought to |r| ≤ π/4 with π/2 in three parts (Cody & Waite 1980); good to |x| of thousands. */
export function sin(values: usize, slopes: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 16) {
    const x = v128.load(values);
    const quarters = f32x4.nearest(f32x4.mul(x, four(0.636619772367581343)));
    let r = multiplyAdd(quarters, four(-1.5703125), x);
    r = multiplyAdd(quarters, four(-4.837512969970703125e-4), r);
    r = multiplyAdd(quarters, four(-7.54978995489188216e-8), r);
    const sine = smallSine(r);
    const cosine = smallCosine(r);
    const quarter = i32x4.trunc_sat_f32x4_s(quarters);
    v128.store(values, turned(sine, cosine, quarter));
    v128.store(slopes, turned(sine, cosine, i32x4.add(quarter, i32x4.splat(1))));
    slopes += 16;
  }
}

export function linear(values: usize, slopes: usize, count: i32): void {
  const end = slopes + (<usize>count << 2);
  for (; slopes < end; slopes += 16) v128.store(slopes, four(1));
}
