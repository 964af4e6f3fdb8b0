import { addWide, countdown, four, multiplyAdd, narrowed, nextGroup, sumOfWide, within } from './lanes';

/** Bytes of a group of numbers that are summed in float32; groups are summed in float64. */
const STRETCH: usize = 256;

/**
 * Posterior sharpening (Fortunato et al. 2017, §4): replaces the draw φ in `weights` by the minibatch's weights,
 * φ − σ² gain ∘ g + σ ε. g is `gradient`, taken at φ; it is copied to `slope`. gains: float64, as in the state. All vectors:
 * [count]. Returns Σ (gain ∘ g)². Reads up to 3 gains past the end.
 */
export function sharpen(
  weights: usize,
  gains: usize,
  gradient: usize,
  epsilon: usize,
  slope: usize,
  sigma: f32,
  count: i32,
): f64 {
  const deviation = four(sigma);
  const variance = four(sigma * sigma);
  let sums = f64x2.splat(0);
  let left = countdown(count);
  const end = <usize>count << 2;
  for (let start: usize = 0; start < end; start += STRETCH) {
    const stop = min(start + STRETCH, end);
    let squares = four(0);
    for (let i = start; i < stop; i += 16) {
      const g = v128.load(gradient + i);
      v128.store(slope + i, g);
      const step = within(f32x4.mul(narrowed(gains + 2 * i), g), left);
      squares = multiplyAdd(step, step, squares);
      left = nextGroup(left);
      const noisy = multiplyAdd(deviation, v128.load(epsilon + i), v128.load(weights + i));
      v128.store(weights + i, f32x4.sub(noisy, f32x4.mul(variance, step)));
    }
    sums = addWide(sums, squares);
  }
  return sumOfWide(sums);
}

/**
 * Adds the gradient by the gains, σ² g ∘ (factor · gain ∘ g − gradient), to gradientGains: the KL of the minibatch's weights,
 * times `factor`, plus the likelihood cost, whose gradient by those weights is `gradient`. gains: float64. All [count].
 */
export function addGains(
  gains: usize,
  slope: usize,
  gradient: usize,
  gradientGains: usize,
  sigma: f32,
  factor: f32,
  count: i32,
): void {
  const variance = four(sigma * sigma);
  const factors = four(factor);
  const size = <usize>count << 2;
  for (let i: usize = 0; i < size; i += 16) {
    const g = v128.load(slope + i);
    const paid = f32x4.mul(factors, f32x4.mul(narrowed(gains + 2 * i), g));
    const change = f32x4.sub(paid, v128.load(gradient + i));
    const sum = multiplyAdd(f32x4.mul(variance, g), change, v128.load(gradientGains + i));
    v128.store(gradientGains + i, sum);
  }
}
