// Exact complexity costs, KL[q(w|θ) ‖ p(w)] in nats, and their gradients times `factor`, added to gradientMu and
// gradientSigma [count]. A prior of scale c is p(w) = p₀(w/c)/c; scales: c of each weight, [count].
import { errorFunction, exponential, logarithm } from './elementary';
import { addWide, four, lanesBelow, multiplyAdd, sumOfWide } from './lanes';

/** Adds factor · values to the gradient at `to`. */
@inline
function addGradient(to: usize, factor: v128, values: v128): void {
  v128.store(to, multiplyAdd(factor, values, v128.load(to)));
}

/** KL[N(μ, σ²) ‖ N(0, priorSigma²)] (src/priors/gaussian.ts). */
export function gaussianDivergence(
  mu: usize,
  sigma: usize,
  scales: usize,
  gradientMu: usize,
  gradientSigma: usize,
  factor: f32,
  count: i32,
  priorSigma: f32,
): f64 {
  const factors = four(factor);
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const width = f32x4.mul(v128.load(scales), four(priorSigma));
    const m = f32x4.div(v128.load(mu), width);
    const s = f32x4.div(v128.load(sigma), width);
    const squares = multiplyAdd(s, s, f32x4.mul(m, m));
    const cost = f32x4.sub(multiplyAdd(four(0.5), squares, four(-0.5)), logarithm(s));
    costs = addWide(costs, v128.and(cost, lanesBelow(count - i)));
    addGradient(gradientMu, factors, f32x4.div(m, width));
    addGradient(gradientSigma, factors, f32x4.div(f32x4.sub(s, f32x4.div(four(1), s)), width));
    mu += 16;
    sigma += 16;
    scales += 16;
    gradientMu += 16;
    gradientSigma += 16;
  }
  return sumOfWide(costs);
}

/** KL[N(μ, σ²) ‖ exp(−|w|/b)/(2b)], b = priorScale, by the mean of the folded normal (src/priors/laplace.ts). */
export function laplaceDivergence(
  mu: usize,
  sigma: usize,
  scales: usize,
  gradientMu: usize,
  gradientSigma: usize,
  factor: f32,
  count: i32,
  priorScale: f32,
): f64 {
  const factors = four(factor);
  let costs = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const width = f32x4.mul(v128.load(scales), four(priorScale));
    const m = f32x4.div(v128.load(mu), width);
    const s = f32x4.div(v128.load(sigma), width);
    const z = f32x4.mul(f32x4.div(m, s), four(0.70710678118654752));
    const density = f32x4.mul(four(0.79788456080286536), exponential(f32x4.neg(f32x4.mul(z, z))));
    const balance = errorFunction(z);
    const meanSize = multiplyAdd(s, density, f32x4.mul(m, balance));
    // log 2 − ½ (log 2π + 1) + E|w|/b − log(σ/b).
    const cost = f32x4.sub(f32x4.add(meanSize, four(-0.72579135264472744)), logarithm(s));
    costs = addWide(costs, v128.and(cost, lanesBelow(count - i)));
    addGradient(gradientMu, factors, f32x4.div(balance, width));
    addGradient(gradientSigma, factors, f32x4.div(f32x4.sub(density, f32x4.div(four(1), s)), width));
    mu += 16;
    sigma += 16;
    scales += 16;
    gradientMu += 16;
    gradientSigma += 16;
  }
  return sumOfWide(costs);
}
