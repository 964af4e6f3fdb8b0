// −log p(w) of a draw w = μ + σ ∘ ε, a term of the sampled complexity cost (Blundell et al. 2015, eq. 2). Each prior writes its
// derivative by every weight, times `factor`, to `gradient` [count] and returns the sum without the constants, which
// complexity.ts adds. A prior of scale c is p(w) = p₀(w/c)/c; inverseScales: 1/c of each weight, [count]. Groups of four.
import { decayOf } from './exponential';
import {
  addWide,
  choose,
  countdown,
  four,
  multiplyAdd,
  nextGroup,
  one,
  signOf,
  sizeOf,
  sumOfWide,
  within,
} from './lanes';
import { logarithm } from './logarithm';

/** N(0, priorSigma²), without log priorSigma + ½ log 2π + log c of each weight. */
export function gaussianPrior(
  weights: usize,
  inverseScales: usize,
  gradient: usize,
  count: i32,
  factor: f32,
  priorSigma: f32,
): f64 {
  const inverseSigma: f32 = 1 / priorSigma;
  let costs = f64x2.splat(0);
  const end = weights + (<usize>count << 2);
  for (let left = countdown(count); weights < end; left = nextGroup(left)) {
    const inverseWidth = f32x4.mul(v128.load(inverseScales), four(inverseSigma));
    const z = f32x4.mul(v128.load(weights), inverseWidth);
    costs = addWide(costs, within(f32x4.mul(z, z), left));
    v128.store(gradient, f32x4.mul(f32x4.mul(z, inverseWidth), four(factor)));
    weights += 16;
    inverseScales += 16;
    gradient += 16;
  }
  return 0.5 * sumOfWide(costs);
}

/** exp(−|w|/b)/(2b), b = priorScale, without log 2b + log c of each weight. */
export function laplacePrior(
  weights: usize,
  inverseScales: usize,
  gradient: usize,
  count: i32,
  factor: f32,
  priorScale: f32,
): f64 {
  const inversePrior: f32 = 1 / priorScale;
  let costs = f64x2.splat(0);
  const end = weights + (<usize>count << 2);
  for (let left = countdown(count); weights < end; left = nextGroup(left)) {
    const rate = f32x4.mul(v128.load(inverseScales), four(inversePrior));
    const w = v128.load(weights);
    costs = addWide(costs, within(f32x4.mul(sizeOf(w), rate), left));
    const signed = v128.or(f32x4.mul(rate, four(factor)), signOf(w));
    v128.store(gradient, v128.and(signed, f32x4.ne(w, i32x4.splat(0))));
    weights += 16;
    inverseScales += 16;
    gradient += 16;
  }
  return sumOfWide(costs);
}

/** Bytes of a group of weights whose costs are summed in float32; groups are summed in float64. */
const STRETCH: usize = 1024;

/**
 * A mixture of two normals (Blundell et al. 2015, eq. 7), in log space, without ½ log 2π + log c of each weight.
 * logWide = log(π/σ₁), logNarrow = log((1 − π)/σ₂); precisions 1/σ₁² and 1/σ₂².
 */
export function mixturePrior(
  weights: usize,
  inverseScales: usize,
  gradient: usize,
  count: i32,
  factor: f32,
  logWide: f32,
  widePrecision: f32,
  logNarrow: f32,
  narrowPrecision: f32,
): f64 {
  const both = v128.xor(four(widePrecision), four(narrowPrecision));
  let costs = f64x2.splat(0);
  let left = countdown(count);
  const end = <usize>count << 2;
  for (let start: usize = 0; start < end; start += STRETCH) {
    const stop = min(start + STRETCH, end);
    // Short loops, so that the processor can execute several iterations in parallel.
    let largest = four(0);
    for (let i = start; i < stop; i += 16) {
      const z = f32x4.mul(v128.load(weights + i), v128.load(inverseScales + i));
      const square = f32x4.mul(z, z);
      const wide = multiplyAdd(square, four(-0.5 * widePrecision), four(logWide));
      const narrow = multiplyAdd(square, four(-0.5 * narrowPrecision), four(logNarrow));
      v128.store(gradient + i, f32x4.sub(wide, narrow));
      largest = f32x4.add(largest, within(f32x4.pmax(wide, narrow), left));
      left = nextGroup(left);
    }
    // Ratio of the smaller to the larger component of the density; negative where the narrow component is larger.
    for (let i = start; i < stop; i += 16) {
      const difference = v128.load(gradient + i);
      v128.store(gradient + i, v128.or(decayOf(difference), signOf(difference)));
    }
    // A density is its larger component times (1 + ratio), between 1 and 2: one logarithm of the product of these factors.
    clearAfter(gradient, end, stop);
    let product = one();
    for (let i = start; i < stop; i += 16) {
      const share = v128.load(gradient + i);
      const part = sizeOf(share);
      const total = f32x4.add(one(), part);
      product = f32x4.mul(product, total);
      const larger = choose(four(narrowPrecision), four(widePrecision), i32x4.shr_s(share, 31));
      const precision = f32x4.div(multiplyAdd(part, v128.xor(both, larger), larger), total);
      const inverseScale = v128.load(inverseScales + i);
      const z = f32x4.mul(v128.load(weights + i), inverseScale);
      v128.store(gradient + i, f32x4.mul(f32x4.mul(z, precision), f32x4.mul(inverseScale, four(factor))));
    }
    costs = addWide(costs, f32x4.add(largest, logarithm(product)));
  }
  return -sumOfWide(costs);
}

/** Sets the numbers between the end of a vector and the end of its last group of four to 0. */
@inline
function clearAfter(vector: usize, end: usize, stop: usize): void {
  for (let i = end; i < ((stop + 15) & ~15); i += 4) store<f32>(vector + i, 0);
}
