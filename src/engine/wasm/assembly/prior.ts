// The sampled complexity cost, log q(w|θ) − log p(w) of a draw w = μ + σ ∘ ε (Blundell et al. 2015, eq. 2). Each prior
// writes −d log p(w)/dw of every weight to `slopes` [count] and returns −Σ log p(w), without the constants that TypeScript
// adds. A prior of scale c is p(w) = p₀(w/c)/c; scales: c of each weight, [count]. Groups of four.
import { exponential, logarithm, logOnePlus, sigmoidOf } from './elementary';
import { addWide, choose, four, lanesBelow, multiplyAdd, sumOfWide } from './lanes';

/** N(0, priorSigma²), without log priorSigma + ½ log 2π + log c of each weight. */
export function gaussianPrior(weights: usize, scales: usize, slopes: usize, count: i32, priorSigma: f32): f64 {
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const width = f32x4.mul(v128.load(scales), four(priorSigma));
    const z = f32x4.div(v128.load(weights), width);
    costs = addWide(costs, v128.and(f32x4.mul(f32x4.mul(z, z), four(0.5)), lanesBelow(count - i)));
    v128.store(slopes, f32x4.div(z, width));
    weights += 16;
    scales += 16;
    slopes += 16;
  }
  return sumOfWide(costs);
}

/** exp(−|w|/b)/(2b), b = priorScale, without log 2b + log c of each weight. */
export function laplacePrior(weights: usize, scales: usize, slopes: usize, count: i32, priorScale: f32): f64 {
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const rate = f32x4.div(four(1), f32x4.mul(v128.load(scales), four(priorScale)));
    const w = v128.load(weights);
    costs = addWide(costs, v128.and(f32x4.mul(f32x4.abs(w), rate), lanesBelow(count - i)));
    const signed = v128.or(rate, v128.and(w, i32x4.splat(0x80000000)));
    v128.store(slopes, v128.and(signed, f32x4.ne(w, four(0))));
    weights += 16;
    scales += 16;
    slopes += 16;
  }
  return sumOfWide(costs);
}

/**
 * A mixture of two normals (Blundell et al. 2015, eq. 7), in log space, without ½ log 2π + log c of each weight.
 * logWide = log(π/σ₁), logNarrow = log((1 − π)/σ₂); precisions 1/σ₁² and 1/σ₂².
 */
export function mixturePrior(
  weights: usize,
  scales: usize,
  slopes: usize,
  count: i32,
  logWide: f32,
  widePrecision: f32,
  logNarrow: f32,
  narrowPrecision: f32,
): f64 {
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const scale = v128.load(scales);
    const z = f32x4.div(v128.load(weights), scale);
    const square = f32x4.mul(f32x4.mul(z, z), four(-0.5));
    const wide = multiplyAdd(square, four(widePrecision), four(logWide));
    const narrow = multiplyAdd(square, four(narrowPrecision), four(logNarrow));
    const difference = f32x4.sub(wide, narrow);
    const decay = exponential(f32x4.neg(f32x4.abs(difference)));
    const larger = choose(wide, narrow, f32x4.gt(difference, four(0)));
    const logDensity = f32x4.add(larger, logOnePlus(decay));
    costs = addWide(costs, v128.and(f32x4.neg(logDensity), lanesBelow(count - i)));
    const wideShare = sigmoidOf(difference, decay);
    const narrowShare = sigmoidOf(f32x4.neg(difference), decay);
    const precision = multiplyAdd(
      wideShare,
      four(widePrecision),
      f32x4.mul(narrowShare, four(narrowPrecision)),
    );
    v128.store(slopes, f32x4.div(f32x4.mul(z, precision), scale));
    weights += 16;
    scales += 16;
    slopes += 16;
  }
  return sumOfWide(costs);
}

/**
 * Σ log q(w|θ) of the draw without ½ log 2π of each weight: −log σ − ½ε². Adds the gradient of the whole sampled cost,
 * times `factor`: slope to gradientMu, slope · ε − 1/σ to gradientSigma, [count].
 */
export function addSampledComplexity(
  sigma: usize,
  epsilon: usize,
  slopes: usize,
  gradientMu: usize,
  gradientSigma: usize,
  factor: f32,
  count: i32,
): f64 {
  const factors = four(factor);
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const s = v128.load(sigma);
    const noise = v128.load(epsilon);
    const slope = v128.load(slopes);
    const cost = multiplyAdd(f32x4.mul(noise, noise), four(-0.5), f32x4.neg(logarithm(s)));
    costs = addWide(costs, v128.and(cost, lanesBelow(count - i)));
    const slopeSigma = f32x4.sub(f32x4.mul(slope, noise), f32x4.div(four(1), s));
    v128.store(gradientMu, multiplyAdd(factors, slope, v128.load(gradientMu)));
    v128.store(gradientSigma, multiplyAdd(factors, slopeSigma, v128.load(gradientSigma)));
    sigma += 16;
    epsilon += 16;
    slopes += 16;
    gradientMu += 16;
    gradientSigma += 16;
  }
  return sumOfWide(costs);
}
