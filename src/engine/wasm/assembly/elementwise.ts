// Element-wise operations on `count` float32 numbers, in groups of four: outputs need room for 3 more.
import { four, multiplyAdd } from './lanes';

/** 0 → out. */
export function clear(out: usize, count: i32): void {
  memory.fill(out, 0, <usize>count << 2);
}

/** left ∘ right → out; out may be left or right. */
export function multiply(left: usize, right: usize, out: usize, count: i32): void {
  const end = left + (<usize>count << 2);
  for (; left < end; left += 16) {
    v128.store(out, f32x4.mul(v128.load(left), v128.load(right)));
    right += 16;
    out += 16;
  }
}

/** out + factor · left ∘ right → out. */
export function addProduct(left: usize, right: usize, factor: f32, out: usize, count: i32): void {
  const factors = four(factor);
  const end = left + (<usize>count << 2);
  for (; left < end; left += 16) {
    v128.store(out, multiplyAdd(f32x4.mul(factors, v128.load(left)), v128.load(right), v128.load(out)));
    right += 16;
    out += 16;
  }
}

/**
 * Local reparameterisation (Kingma et al. 2015, eq. 6): means + √variance ∘ ζ → means, and its derivative by the variance,
 * ζ/(2√variance) → slope.
 */
export function addNoise(means: usize, variance: usize, zeta: usize, slope: usize, count: i32): void {
  const half = four(0.5);
  const end = means + (<usize>count << 2);
  for (; means < end; means += 16) {
    const deviation = f32x4.sqrt(v128.load(variance));
    const noise = v128.load(zeta);
    v128.store(means, multiplyAdd(deviation, noise, v128.load(means)));
    v128.store(slope, f32x4.div(f32x4.mul(half, noise), deviation));
    variance += 16;
    zeta += 16;
    slope += 16;
  }
}
