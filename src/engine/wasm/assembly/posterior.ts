import { decayOf, sigmoidOf } from './exponential';
import {
  addWide,
  countdown,
  four,
  multiplyAdd,
  narrowed,
  nextGroup,
  one,
  sumOfWide,
  upperWide,
  within,
  withinOrOne,
} from './lanes';
import { logarithm, softplusOf } from './logarithm';

/**
 * Writes μ, σ = log(1 + e^ρ) and dσ/dρ as float32 [count], from the float64 vectors mu and rho of the state. Reads up to 3
 * numbers past their ends.
 */
export function posterior(
  mu: usize,
  rho: usize,
  outMu: usize,
  outSigma: usize,
  outSlope: usize,
  count: i32,
): void {
  const size = <usize>count << 2;
  for (let i: usize = 0; i < size; i += 16) {
    const x = narrowed(rho + 2 * i);
    v128.store(outMu + i, narrowed(mu + 2 * i));
    v128.store(outSlope + i, x);
    v128.store(outSigma + i, decayOf(x));
  }
  for (let i: usize = 0; i < size; i += 16) {
    const x = v128.load(outSlope + i);
    const decay = v128.load(outSigma + i);
    v128.store(outSlope + i, sigmoidOf(x, decay));
    v128.store(outSigma + i, softplusOf(x, decay));
  }
}

/** Bytes of a group of numbers that are summed in float32; groups are summed in float64. */
const STRETCH: usize = 256;

/** Writes a draw w = μ + σ ∘ ε to out; returns ½ Σ ε². All vectors: [count]. */
export function drawWeights(mu: usize, sigma: usize, epsilon: usize, out: usize, count: i32): f64 {
  let sums = f64x2.splat(0);
  let left = countdown(count);
  const end = <usize>count << 2;
  for (let start: usize = 0; start < end; start += STRETCH) {
    const stop = min(start + STRETCH, end);
    let squares = four(0);
    for (let i = start; i < stop; i += 16) {
      const noise = v128.load(epsilon + i);
      v128.store(out + i, multiplyAdd(v128.load(sigma + i), noise, v128.load(mu + i)));
      const counted = within(noise, left);
      squares = multiplyAdd(counted, counted, squares);
      left = nextGroup(left);
    }
    sums = addWide(sums, squares);
  }
  return 0.5 * sumOfWide(sums);
}

/** Adds a draw's gradient g by w to the gradient by μ, and g ∘ ε to that by σ (Blundell et al. 2015, §3.2). All [count]. */
export function addDraw(
  gradient: usize,
  epsilon: usize,
  gradientMu: usize,
  gradientSigma: usize,
  count: i32,
): void {
  const size = <usize>count << 2;
  for (let i: usize = 0; i < size; i += 16) {
    const slope = v128.load(gradient + i);
    v128.store(gradientMu + i, f32x4.add(v128.load(gradientMu + i), slope));
    const sum = multiplyAdd(slope, v128.load(epsilon + i), v128.load(gradientSigma + i));
    v128.store(gradientSigma + i, sum);
  }
}

/** Returns Σ log σ; adds −factor/σ, the gradient of −Σ log σ times factor, to gradientSigma. Both [count]. */
export function addSpread(sigma: usize, gradientSigma: usize, factor: f32, count: i32): f64 {
  let sums = f64x2.splat(0);
  let left = countdown(count);
  const end = <usize>count << 2;
  for (let start: usize = 0; start < end; start += 64) {
    const stop = min(start + 64, end);
    // One logarithm of the product of four numbers.
    let product = one();
    for (let i = start; i < stop; i += 16) {
      const s = v128.load(sigma + i);
      product = f32x4.mul(product, withinOrOne(s, left));
      left = nextGroup(left);
      v128.store(gradientSigma + i, f32x4.sub(v128.load(gradientSigma + i), f32x4.div(four(factor), s)));
    }
    sums = addWide(sums, logarithm(product));
  }
  return sumOfWide(sums);
}

/**
 * Writes a step's gradient in the order of a state, [by μ (count) | by ρ (count) | by log noise (1)], to out, float32; that by
 * ρ is the gradient by σ times dσ/dρ. Returns its sum of squares in float64, which is not finite if any number is not.
 */
export function gatherGradient(
  gradientMu: usize,
  gradientSigma: usize,
  sigmaSlope: usize,
  gradientLogNoise: f32,
  out: usize,
  count: i32,
): f64 {
  const size = <usize>count << 2;
  // Each part overwrites the numbers that the previous one wrote past its end.
  for (let i: usize = 0; i < size; i += 16) v128.store(out + i, v128.load(gradientMu + i));
  const outRho = out + size;
  for (let i: usize = 0; i < size; i += 16)
    v128.store(outRho + i, f32x4.mul(v128.load(gradientSigma + i), v128.load(sigmaSlope + i)));
  store<f32>(outRho + size, gradientLogNoise);
  return sumOfSquares(out, 2 * count + 1);
}

/** Copies values to out, a part of the gradient of a state; returns Σ values² in float64. Both [count]. */
export function appendGradient(values: usize, out: usize, count: i32): f64 {
  memory.copy(out, values, <usize>count << 2);
  return sumOfSquares(values, count);
}

/** Σ values² in float64. values: [count]. */
function sumOfSquares(values: usize, count: i32): f64 {
  let lower = f64x2.splat(0);
  let upper = f64x2.splat(0);
  const end = values + (<usize>count << 2);
  for (let left = countdown(count); values < end; left = nextGroup(left)) {
    const counted = within(v128.load(values), left);
    const low = f64x2.promote_low_f32x4(counted);
    const high = upperWide(counted);
    lower = f64x2.add(lower, f64x2.mul(low, low));
    upper = f64x2.add(upper, f64x2.mul(high, high));
    values += 16;
  }
  return sumOfWide(f64x2.add(lower, upper));
}
