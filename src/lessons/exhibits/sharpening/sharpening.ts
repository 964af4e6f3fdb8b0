/** One weight, one minibatch whose cost is a parabola: −log p(y | θ) = ½ curvature (θ − best)², up to a constant. */
export interface SharpenedWeight {
  /** The draw φ ~ q that the minibatch begins from. */
  readonly phi: number;
  readonly best: number;
  readonly curvature: number;
  /** σ₀ of p(θ | φ) = N(φ, σ₀²) and of q(θ | φ, y) = N(φ − η g, σ₀²). */
  readonly sigma: number;
  /** η, how far θ follows the gradient. */
  readonly eta: number;
}

/** What a sharpened minibatch costs, in nats, against one that is not sharpened. */
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
  /** before − after − price: what sharpening gains; negative: what it wastes. */
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

/** The η that gains most: σ₀² / (1 + curvature σ₀²). Its centre is the mean of the exact p(θ | φ, y). */
export function bestEta({ curvature, sigma }: Pick<SharpenedWeight, 'curvature' | 'sigma'>): number {
  return sigma ** 2 / (1 + curvature * sigma ** 2);
}
