/**
 * Two weights with priors N(0, 1), of which the data observe only the sum: n observations y = w₁ + w₂ + noise, all
 * equal to `observed`, noise N(0, noiseSigma²). f(x) = w₁ (1 + x) + w₂ (1 − x) equals that sum at x = 0; at any other
 * x it also depends on the difference: f(x) = (w₁ + w₂) + x (w₁ − w₂).
 */
export interface Pair {
  readonly observations: number;
  readonly observed: number;
  readonly noiseSigma: number;
}

/** The exact Gaussian posterior, and the best product of two Gaussians. */
export interface PairPosteriors {
  /** Mean of either weight; the same under both. */
  readonly mean: number;
  /** Standard deviation of one weight, and the correlation of both, under the exact posterior. */
  readonly sigma: number;
  readonly correlation: number;
  /** Standard deviation of one weight under q: 1/√Λ_jj, its conditional deviation given the other weight. */
  readonly qSigma: number;
  /** Standard deviations of the sum and of the difference, exact and under q. */
  readonly sum: Spread;
  readonly difference: Spread;
  /** KL[q(w|θ) ‖ p(w|D)] in nats: −½ log(1 − ρ²). */
  readonly divergence: number;
}

interface Spread {
  readonly exact: number;
  readonly q: number;
}

/**
 * Posterior precision Λ = I + k (1 1; 1 1), k = n / noiseSigma². Its eigenvalue along the sum is 1 + 2k; along the
 * difference it is 1, the prior's. q* = Π N(mean, 1/Λ_jj) minimises KL[q(w) ‖ p(w | D)] (Bishop 2006, eq. 10.12–10.15).
 */
export function pairPosteriors({ observations, observed, noiseSigma }: Pair): PairPosteriors {
  const k = observations / noiseSigma ** 2;
  const sumVariance = 2 / (1 + 2 * k);
  const differenceVariance = 2;
  const variance = (sumVariance + differenceVariance) / 4;
  const correlation = (sumVariance - differenceVariance) / (4 * variance);
  const qSigma = 1 / Math.sqrt(1 + k);
  return {
    mean: (k * observed) / (1 + 2 * k),
    sigma: Math.sqrt(variance),
    correlation,
    qSigma,
    sum: { exact: Math.sqrt(sumVariance), q: Math.SQRT2 * qSigma },
    difference: { exact: Math.sqrt(differenceVariance), q: Math.SQRT2 * qSigma },
    divergence: -0.5 * Math.log(1 - correlation ** 2),
  };
}

/** Standard deviation of f(x) = (w₁ + w₂) + x (w₁ − w₂): sum and difference are independent under both. */
export function functionSpread({ sum, difference }: PairPosteriors, x: number): Spread {
  return {
    exact: Math.hypot(sum.exact, x * difference.exact),
    q: Math.hypot(sum.q, x * difference.q),
  };
}
