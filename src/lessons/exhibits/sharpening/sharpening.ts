/** One weight and one minibatch with a quadratic cost: −log p(y | θ) = ½ curvature (θ − best)², up to a constant. */
export interface SharpenedWeight {
  /** The draw φ ~ q from which the minibatch starts. */
  readonly phi: number;
  readonly best: number;
  readonly curvature: number;
  /** σ₀ of p(θ | φ) = N(φ, σ₀²) and of q(θ | φ, y) = N(φ − η g, σ₀²). */
  readonly sigma: number;
  /** η, the step of θ along the gradient. */
  readonly eta: number;
}

/** Costs of a minibatch with and without sharpening, in nats. */
export interface SharpenedCost {
  /** g = −d log p(y | φ) / dφ. */
  readonly gradient: number;
  /** φ − η g. */
  readonly centre: number;
  /** E[−log p(y | θ)] under N(φ, σ₀²) and under N(φ − η g, σ₀²). */
  readonly before: number;
  readonly after: number;
  /** KL[N(φ − η g, σ₀²) ‖ N(φ, σ₀²)] = (η g)² / 2σ₀² (Fortunato et al. 2017, §4). */
  readonly price: number;
  /** before − after − price: the net gain of sharpening; negative if it costs more than it gains. */
  readonly gain: number;
}

export function sharpenedCost({ phi, best, curvature, sigma, eta }: SharpenedWeight): SharpenedCost {
  const gradient = curvature * (phi - best);
  const centre = phi - eta * gradient;
  const expected = (at: number) => 0.5 * curvature * ((at - best) ** 2 + sigma * sigma);
  const [before, after] = [expected(phi), expected(centre)];
  const price = (eta * gradient) ** 2 / (2 * sigma * sigma);
  return { gradient, centre, before, after, price, gain: before - after - price };
}

/**
 * The η with the largest net gain: σ₀² / (1 + curvature σ₀²). The shifted mean is then that of the exact p(θ | φ, y).
 */
export function bestEta({ curvature, sigma }: Pick<SharpenedWeight, 'curvature' | 'sigma'>): number {
  return sigma ** 2 / (1 + curvature * sigma ** 2);
}
