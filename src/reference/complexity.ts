import type { Problem } from '../experiment/problem/problem.ts';
import { LOG_TWO_PI } from '../math/special.ts';
import { priors } from '../model/priors/index.ts';

/**
 * Adds the exact complexity cost KL[q(w|θ) ‖ p(w)] (Blundell et al. 2015, eq. 1) and its gradient, times `factor`.
 * mu, sigma: [P]. gradientMu, gradientSigma: [P], added to. Returns the cost in nats, summed over all weights,
 * before the factor. A prior of scale c is p(w) = p₀(w/c)/c, so its KL is that of q rescaled by 1/c.
 */
export function addAnalyticComplexity(
  problem: Problem,
  mu: Float64Array,
  sigma: Float64Array,
  factor: number,
  gradientMu: Float64Array,
  gradientSigma: Float64Array,
): number {
  const { prior } = problem.experiment;
  const { divergence } = priors[prior.kind];
  if (!divergence)
    throw new Error(`invalid inference.kl; the ${prior.kind} prior has no closed form: analytic`);
  let cost = 0;
  for (let i = 0; i < mu.length; i++) {
    const scale = problem.priorScale[i]!;
    const term = divergence(mu[i]! / scale, sigma[i]! / scale, prior);
    cost += term.kl;
    gradientMu[i]! += (factor * term.mu) / scale;
    gradientSigma[i]! += (factor * term.sigma) / scale;
  }
  return cost;
}

/**
 * Adds one draw's estimate of the complexity cost, log q(w|θ) − log p(w) (Blundell et al. 2015, eq. 2), and its
 * gradient, times `factor`. With w = μ + σε, log q(w|θ) = −Σ log σ − ½ε² − ½ log 2π: the terms of ∂f/∂w and ∂f/∂μ
 * that come from log q cancel (eq. 3), and −1/σ remains in the gradient by σ.
 * weights, epsilon: [P], the same draw. Returns the cost before the factor.
 */
export function addSampledComplexity(
  problem: Problem,
  sigma: Float64Array,
  weights: Float64Array,
  epsilon: Float64Array,
  factor: number,
  gradientMu: Float64Array,
  gradientSigma: Float64Array,
): number {
  const { prior } = problem.experiment;
  const { logDensity, logDensityDerivative } = priors[prior.kind];
  let cost = 0;
  for (let i = 0; i < weights.length; i++) {
    const scale = problem.priorScale[i]!;
    const scaled = weights[i]! / scale;
    const noise = epsilon[i]!;
    cost +=
      -Math.log(sigma[i]!) - 0.5 * (noise * noise + LOG_TWO_PI) - logDensity(scaled, prior) + Math.log(scale);
    const slope = -logDensityDerivative(scaled, prior) / scale;
    gradientMu[i]! += factor * slope;
    gradientSigma[i]! += factor * (slope * noise - 1 / sigma[i]!);
  }
  return cost;
}
