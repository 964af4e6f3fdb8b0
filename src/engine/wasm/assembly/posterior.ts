import { exponential, sigmoidOf, softplusOf } from './elementary';
import { lanesBelow, sumOfWide } from './lanes';

/** Four float64 numbers as float32. */
@inline
function narrowed(from: usize): v128 {
  const low = f32x4.demote_f64x2_zero(v128.load(from));
  const high = f32x4.demote_f64x2_zero(v128.load(from, 16));
  return v128.shuffle<i64>(low, high, 0, 2);
}

/**
 * μ, σ = log(1 + e^ρ) and dσ/dρ of the posterior as float32 [count], from the float64 vectors mu and rho of the state.
 * Reads up to 3 numbers past the end of each.
 */
export function posterior(
  mu: usize,
  rho: usize,
  outMu: usize,
  outSigma: usize,
  outSlope: usize,
  count: i32,
): void {
  const end = outMu + (<usize>count << 2);
  for (; outMu < end; outMu += 16) {
    const x = narrowed(rho);
    const decay = exponential(f32x4.neg(f32x4.abs(x)));
    v128.store(outMu, narrowed(mu));
    v128.store(outSigma, softplusOf(x, decay));
    v128.store(outSlope, sigmoidOf(x, decay));
    mu += 32;
    rho += 32;
    outSigma += 16;
    outSlope += 16;
  }
}

/** Σ values², in float64: not finite if any of them is not. values: [count]. */
export function sumOfSquares(values: usize, count: i32): f64 {
  let sums = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const four = v128.and(v128.load(values), lanesBelow(count - i));
    const low = f64x2.promote_low_f32x4(four);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(four, four, 2, 3, 2, 3));
    sums = f64x2.add(sums, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
    values += 16;
  }
  return sumOfWide(sums);
}
