// The optimisers of src/model/optimizers on `count` parameters. Parameters and moments are float64 vectors, the gradient is
// float32. The state is float64 because a step can be smaller than the float32 precision of its parameter; steps are
// computed in float32. clipping: factor of the gradient. Writes whole groups of four: every vector needs room for 3 more.
import { four, joined, upperWide } from './lanes';

/** Subtracts `steps` [4 × f32] from four parameters. */
@inline
function move(parameters: usize, steps: v128): void {
  v128.store(parameters, f64x2.sub(v128.load(parameters), f64x2.promote_low_f32x4(steps)));
  v128.store(parameters, f64x2.sub(v128.load(parameters, 16), upperWide(steps)), 16);
}

/** Updates the running averages of two numbers at `at` and returns them. */
@inline
function averaged(at: usize, decay: f64, value: v128): v128 {
  const old = f64x2.mul(f64x2.splat(decay), v128.load(at));
  const average = f64x2.add(old, f64x2.mul(f64x2.splat(1 - decay), value));
  v128.store(at, average);
  return average;
}

/** firstBias, secondBias: 1 − β₁ᵗ and 1 − β₂ᵗ (Kingma & Ba 2015, algorithm 1). */
export function adam(
  parameters: usize,
  firstMoment: usize,
  secondMoment: usize,
  gradient: usize,
  count: i32,
  clipping: f64,
  rate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  firstBias: f64,
  secondBias: f64,
): void {
  const factor = <f32>clipping;
  const rateOfFirst = <f32>(rate / firstBias);
  const inverseBias = <f32>(1 / secondBias);
  const smallest = <f32>epsilon;
  const end = gradient + (<usize>count << 2);
  for (; gradient < end; gradient += 16) {
    const g = f32x4.mul(v128.load(gradient), four(factor));
    const lower = f64x2.promote_low_f32x4(g);
    const upper = upperWide(g);
    const lowerFirst = averaged(firstMoment, beta1, lower);
    const upperFirst = averaged(firstMoment + 16, beta1, upper);
    const lowerSecond = averaged(secondMoment, beta2, f64x2.mul(lower, lower));
    const upperSecond = averaged(secondMoment + 16, beta2, f64x2.mul(upper, upper));
    const second = f32x4.mul(joined(lowerSecond, upperSecond), four(inverseBias));
    const first = f32x4.mul(joined(lowerFirst, upperFirst), four(rateOfFirst));
    move(parameters, f32x4.div(first, f32x4.add(f32x4.sqrt(second), four(smallest))));
    parameters += 32;
    firstMoment += 32;
    secondMoment += 32;
  }
}

/** Blundell et al. 2015, §3.2, step 7. */
export function sgd(parameters: usize, gradient: usize, count: i32, clipping: f64, rate: f64): void {
  const rateOfGradient = <f32>(rate * clipping);
  const end = gradient + (<usize>count << 2);
  for (; gradient < end; gradient += 16) {
    move(parameters, f32x4.mul(v128.load(gradient), four(rateOfGradient)));
    parameters += 32;
  }
}

/** Tieleman & Hinton 2012, lecture 6.5. */
export function rmsprop(
  parameters: usize,
  secondMoment: usize,
  gradient: usize,
  count: i32,
  clipping: f64,
  rate: f64,
  decay: f64,
  epsilon: f64,
): void {
  const factor = <f32>clipping;
  const rateOfGradient = <f32>rate;
  const smallest = <f32>epsilon;
  const end = gradient + (<usize>count << 2);
  for (; gradient < end; gradient += 16) {
    const g = f32x4.mul(v128.load(gradient), four(factor));
    const lower = f64x2.promote_low_f32x4(g);
    const upper = upperWide(g);
    const lowerSecond = averaged(secondMoment, decay, f64x2.mul(lower, lower));
    const upperSecond = averaged(secondMoment + 16, decay, f64x2.mul(upper, upper));
    const size = f32x4.sqrt(joined(lowerSecond, upperSecond));
    const step = f32x4.mul(g, four(rateOfGradient));
    move(parameters, f32x4.div(step, f32x4.add(size, four(smallest))));
    parameters += 32;
    secondMoment += 32;
  }
}

/** Clamps `count` float64 parameters to [low, high]. */
export function clamp(parameters: usize, count: i32, low: f64, high: f64): void {
  for (let left = count; left > 0; left -= 2) {
    const atLeast = f64x2.pmax(v128.load(parameters), f64x2.splat(low));
    const bounded = f64x2.pmin(atLeast, f64x2.splat(high));
    if (left > 1) v128.store(parameters, bounded);
    else v128.store64_lane(parameters, bounded, 0);
    parameters += 16;
  }
}
