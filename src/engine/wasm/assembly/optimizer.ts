// The optimisers of src/optimizers on `count` parameters, with their two running averages, all float64 vectors; gradient:
// float32. The state stays float64 because a step may be far smaller than a float32 can add to its parameter. `shortening`
// is what a gradient that is too long is multiplied by. Lanes past the end are computed and not stored.

/** Two gradients, shortened. */
@inline
function shortened(gradient: usize, shortening: f64): v128 {
  return f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(gradient)), f64x2.splat(shortening));
}

/** Stores the lanes of values that are among the `left` last. */
@inline
function storePair(to: usize, values: v128, left: i32): void {
  if (left > 1) v128.store(to, values);
  else v128.store64_lane(to, values, 0);
}

/** parameters − rate · direction. */
@inline
function move(parameters: usize, rate: f64, direction: v128, left: i32): void {
  const moved = f64x2.sub(v128.load(parameters), f64x2.mul(f64x2.splat(rate), direction));
  storePair(parameters, moved, left);
}

/** old · decay + (1 − decay) · value. */
@inline
function averaged(old: v128, decay: f64, value: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.splat(decay), old), f64x2.mul(f64x2.splat(1 - decay), value));
}

/** firstBias, secondBias: 1 − β₁ᵗ and 1 − β₂ᵗ (Kingma & Ba 2015, algorithm 1). */
export function adam(
  parameters: usize,
  firstMoment: usize,
  secondMoment: usize,
  gradient: usize,
  count: i32,
  shortening: f64,
  rate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  firstBias: f64,
  secondBias: f64,
): void {
  for (let left = count; left > 0; left -= 2) {
    const g = shortened(gradient, shortening);
    const first = averaged(v128.load(firstMoment), beta1, g);
    const second = averaged(v128.load(secondMoment), beta2, f64x2.mul(g, g));
    storePair(firstMoment, first, left);
    storePair(secondMoment, second, left);
    const size = f64x2.sqrt(f64x2.div(second, f64x2.splat(secondBias)));
    const direction = f64x2.div(first, f64x2.mul(f64x2.splat(firstBias), f64x2.add(size, f64x2.splat(epsilon))));
    move(parameters, rate, direction, left);
    parameters += 16;
    firstMoment += 16;
    secondMoment += 16;
    gradient += 8;
  }
}

export function sgd(parameters: usize, gradient: usize, count: i32, shortening: f64, rate: f64): void {
  for (let left = count; left > 0; left -= 2) {
    move(parameters, rate, shortened(gradient, shortening), left);
    parameters += 16;
    gradient += 8;
  }
}

/** Tieleman & Hinton 2012, lecture 6.5. */
export function rmsprop(
  parameters: usize,
  secondMoment: usize,
  gradient: usize,
  count: i32,
  shortening: f64,
  rate: f64,
  decay: f64,
  epsilon: f64,
): void {
  for (let left = count; left > 0; left -= 2) {
    const g = shortened(gradient, shortening);
    const second = averaged(v128.load(secondMoment), decay, f64x2.mul(g, g));
    storePair(secondMoment, second, left);
    const size = f64x2.add(f64x2.sqrt(second), f64x2.splat(epsilon));
    move(parameters, rate, f64x2.div(g, size), left);
    parameters += 16;
    secondMoment += 16;
    gradient += 8;
  }
}

/** Keeps `count` float64 parameters between low and high. */
export function clamp(parameters: usize, count: i32, low: f64, high: f64): void {
  for (let left = count; left > 0; left -= 2) {
    const bounded = f64x2.min(f64x2.max(v128.load(parameters), f64x2.splat(low)), f64x2.splat(high));
    storePair(parameters, bounded, left);
    parameters += 16;
  }
}
