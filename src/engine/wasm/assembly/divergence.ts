// Exact complexity costs: return KL[q(w|θ) ‖ p(w)] in nats and add their gradients, times `factor`, to gradientMu and
// gradientSigma [count]. A prior of scale c is p(w) = p₀(w/c)/c; inverseScales: 1/c of each weight, [count].
import { errorFunction } from './errorFunction';
import { exponential } from './exponential';
import {
  addWide,
  countdown,
  four,
  multiplyAdd,
  negativeOf,
  nextGroup,
  one,
  sumOfWide,
  term,
  within,
  withinOrOne,
} from './lanes';
import { logarithm } from './logarithm';

const half: usize = memory.data<f32>([0.5]);
const minusOne: usize = memory.data<f32>([-1]);

/** Adds factor · values to the gradient at `to`. */
@inline
function addGradient(to: usize, factor: v128, values: v128): void {
  v128.store(to, multiplyAdd(factor, values, v128.load(to)));
}

/** KL[N(μ, σ²) ‖ N(0, priorSigma²)] (src/model/priors/gaussian.ts). */
export function gaussianDivergence(
  mu: usize,
  sigma: usize,
  inverseScales: usize,
  gradientMu: usize,
  gradientSigma: usize,
  factor: f32,
  count: i32,
  priorSigma: f32,
): f64 {
  const inversePrior: f32 = 1 / priorSigma;
  let costs = f64x2.splat(0);
  let left = countdown(count);
  const end = <usize>count << 2;
  for (let start: usize = 0; start < end; start += 64) {
    const stop = min(start + 64, end);
    let squares = four(0);
    // One logarithm of the product of four numbers.
    let product = one();
    for (let i = start; i < stop; i += 16) {
      const inverseWidth = f32x4.mul(v128.load(inverseScales + i), four(inversePrior));
      const m = f32x4.mul(v128.load(mu + i), inverseWidth);
      const s = f32x4.mul(v128.load(sigma + i), inverseWidth);
      const excess = multiplyAdd(s, s, multiplyAdd(m, m, term(minusOne, 0)));
      squares = f32x4.add(squares, within(excess, left));
      product = f32x4.mul(product, withinOrOne(s, left));
      left = nextGroup(left);
      const scaled = f32x4.mul(inverseWidth, four(factor));
      addGradient(gradientMu + i, scaled, m);
      addGradient(gradientSigma + i, scaled, f32x4.sub(s, f32x4.div(one(), s)));
    }
    costs = addWide(costs, f32x4.sub(f32x4.mul(squares, term(half, 0)), logarithm(product)));
  }
  return sumOfWide(costs);
}

/** √½ and √(2/π); log 2 − ½ (log 2π + 1). */
const folded: usize = memory.data<f32>([0.70710678118654752, 0.79788456080286536, -0.72579135264472744]);

/** KL[N(μ, σ²) ‖ exp(−|w|/b)/(2b)], b = priorScale, using the mean of the folded normal (src/model/priors/laplace.ts). */
export function laplaceDivergence(
  mu: usize,
  sigma: usize,
  inverseScales: usize,
  gradientMu: usize,
  gradientSigma: usize,
  factor: f32,
  count: i32,
  priorScale: f32,
): f64 {
  const inversePrior: f32 = 1 / priorScale;
  let costs = f64x2.splat(0);
  const end = mu + (<usize>count << 2);
  for (let left = countdown(count); mu < end; left = nextGroup(left)) {
    const inverseWidth = f32x4.mul(v128.load(inverseScales), four(inversePrior));
    const m = f32x4.mul(v128.load(mu), inverseWidth);
    const s = f32x4.mul(v128.load(sigma), inverseWidth);
    const inverse = f32x4.div(one(), s);
    const z = f32x4.mul(f32x4.mul(m, inverse), term(folded, 0));
    const density = f32x4.mul(term(folded, 1), exponential(negativeOf(f32x4.mul(z, z))));
    const balance = errorFunction(z);
    const meanSize = multiplyAdd(s, density, f32x4.mul(m, balance));
    // log 2 − ½ (log 2π + 1) + E|w|/b − log(σ/b).
    const cost = f32x4.sub(f32x4.add(meanSize, term(folded, 2)), logarithm(s));
    costs = addWide(costs, within(cost, left));
    const scaled = f32x4.mul(inverseWidth, four(factor));
    addGradient(gradientMu, scaled, balance);
    addGradient(gradientSigma, scaled, f32x4.sub(density, inverse));
    mu += 16;
    sigma += 16;
    inverseScales += 16;
    gradientMu += 16;
    gradientSigma += 16;
  }
  return sumOfWide(costs);
}
