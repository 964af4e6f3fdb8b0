import { LOG_TWO_PI, logAddExp, normalLogDensity } from '../../../math/special.ts';

/** Which divergence is minimised. `reverse` is that of variational inference. */
export type Direction = 'reverse' | 'forward';

/** One mode of p. */
interface Mode {
  readonly share: number;
  readonly mean: number;
  readonly sigma: number;
}

/** p, the posterior of one weight: two modes that no single Gaussian can match. */
const left: Mode = { share: 0.65, mean: -1, sigma: 0.45 };
const right: Mode = { share: 0.35, mean: 1.4, sigma: 0.35 };

/** Domain of w: contains the mass of p. */
const wDomain = [-3.5, 3.5] as const;
/** Ranges of q's parameters. */
export const muDomain = [-2.5, 2.5] as const;
export const sigmaDomain = [0.15, 3] as const;

/** q = N(mu, sigma²). */
export interface Gaussian {
  readonly mu: number;
  readonly sigma: number;
}

function modeLogDensity(w: number, { share, mean, sigma }: Mode): number {
  return Math.log(share) + normalLogDensity(w, mean, sigma);
}

/** log p(w). */
export function bimodalLogDensity(w: number): number {
  return logAddExp(modeLogDensity(w, left), modeLogDensity(w, right));
}

/** d log p(w)/dw: the slopes of the modes, weighted by their share of the density at w. */
function bimodalLogSlope(w: number): number {
  const total = bimodalLogDensity(w);
  const pull = (lump: Mode) =>
    (Math.exp(modeLogDensity(w, lump) - total) * (lump.mean - w)) / lump.sigma ** 2;
  return pull(left) + pull(right);
}

/** Mean and standard deviation of p, which minimise KL[p(w | D) ‖ q(w)]. */
export const bimodalMoments: Gaussian = (() => {
  const mu = left.share * left.mean + right.share * right.mean;
  const second = (lump: Mode) => lump.share * (lump.mean ** 2 + lump.sigma ** 2);
  return { mu, sigma: Math.sqrt(second(left) + second(right) - mu ** 2) };
})();

/**
 * Grid of ε for averages over q by the trapezoidal rule; the kink of log p between its modes limits the error to 10⁻⁴.
 */
const STEP = 0.1;
const epsilons = Float64Array.from({ length: 121 }, (_, i) => STEP * (i - 60));
const masses = epsilons.map((epsilon) => STEP * Math.exp(normalLogDensity(epsilon, 0, 1)));

/** E_q[log p(w)] with w = μ + σε. */
function meanLogDensity({ mu, sigma }: Gaussian): number {
  return epsilons.reduce((sum, epsilon, i) => sum + masses[i]! * bimodalLogDensity(mu + sigma * epsilon), 0);
}

/** E_p[log p(w)], by the same rule on the axis of w; a constant. */
const NEGATIVE_ENTROPY = (() => {
  const step = 0.01;
  let sum = 0;
  for (let w = -5; w <= 5; w += step) sum += step * Math.exp(bimodalLogDensity(w)) * bimodalLogDensity(w);
  return sum;
})();

/**
 * KL[q(w) ‖ p(w | D)] = E_q[log q − log p] (`reverse`, Blundell et al. 2015, eq. 1) or KL[p(w | D) ‖ q(w)] = E_p[log p − log q]
 * (`forward`), in nats.
 */
export function divergence(direction: Direction, gaussian: Gaussian): number {
  const { mu, sigma } = gaussian;
  if (direction === 'reverse') return -Math.log(sigma) - 0.5 * (LOG_TWO_PI + 1) - meanLogDensity(gaussian);
  const spread = bimodalMoments.sigma ** 2 + (bimodalMoments.mu - mu) ** 2;
  return NEGATIVE_ENTROPY + Math.log(sigma) + 0.5 * LOG_TWO_PI + spread / (2 * sigma ** 2);
}

/**
 * Its derivatives with respect to μ and log σ. `reverse`: through w = μ + σε, E[−(log p)′(w)] and σE[−(log p)′(w) ε] −
 * 1; `forward`: closed forms of p's mean and variance.
 */
export function divergenceSlopes(
  direction: Direction,
  { mu, sigma }: Gaussian,
): { mu: number; logSigma: number } {
  if (direction === 'forward') {
    const away = mu - bimodalMoments.mu;
    return {
      mu: away / sigma ** 2,
      logSigma: 1 - (bimodalMoments.sigma ** 2 + away ** 2) / sigma ** 2,
    };
  }
  const slopes = { mu: 0, logSigma: -1 };
  epsilons.forEach((epsilon, i) => {
    const pull = -masses[i]! * bimodalLogSlope(mu + sigma * epsilon);
    slopes.mu += pull;
    slopes.logSigma += sigma * epsilon * pull;
  });
  return slopes;
}

/** Number of steps of a descent: enough to converge from anywhere on the map. */
export const DESCENT_STEPS = 120;
/** Learning rate, and STRIDE, the maximum length of a step. */
const RATE = 0.1;
const STRIDE = 0.1;

/** The Gaussian after one step of gradient descent on μ and log σ. */
export function descentStep(direction: Direction, gaussian: Gaussian): Gaussian {
  const slopes = divergenceSlopes(direction, gaussian);
  const rate = Math.min(RATE, STRIDE / Math.hypot(slopes.mu, slopes.logSigma));
  return {
    mu: within(gaussian.mu - rate * slopes.mu, muDomain),
    sigma: within(gaussian.sigma * Math.exp(-rate * slopes.logSigma), sigmaDomain),
  };
}

/** The Gaussians of a descent, including the first one. */
export function descend(direction: Direction, from: Gaussian): readonly Gaussian[] {
  const path: Gaussian[] = [from];
  for (let step = 0; step < DESCENT_STEPS; step++) path.push(descentStep(direction, path[step]!));
  return path;
}

/** Where a descent on the other divergence from the same start ends. */
export function otherEnd(direction: Direction, from: Gaussian): Gaussian {
  return descend(direction === 'reverse' ? 'forward' : 'reverse', from).at(-1) as Gaussian;
}

/**
 * A Gaussian whose divergence is `height` nats: above the left mode by KL[q(w) ‖ p(w | D)], which grows with σ there,
 * below the moments of p by KL[p(w | D) ‖ q(w)], which falls with σ there. By bisection on log σ.
 */
export function contourCrossing(direction: Direction, height: number): Gaussian {
  const { mu, sigma } = direction === 'reverse' ? { mu: left.mean, sigma: left.sigma } : bimodalMoments;
  let below = Math.log(sigma);
  let above = Math.log(sigmaDomain[direction === 'reverse' ? 1 : 0]);
  for (let step = 0; step < 40; step++) {
    const middle = (below + above) / 2;
    if (divergence(direction, { mu, sigma: Math.exp(middle) }) < height) below = middle;
    else above = middle;
  }
  return { mu, sigma: Math.exp(above) };
}

/** Clamps a value to a range. */
export function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}

/** Grid on which densities are drawn, and p on it. */
export const places = Float64Array.from(
  { length: 281 },
  (_, i) => wDomain[0] + ((wDomain[1] - wDomain[0]) * i) / 280,
);
export const bimodalDensities = places.map((w) => Math.exp(bimodalLogDensity(w)));

/** q on that grid. */
export function gaussianDensities({ mu, sigma }: Gaussian): Float64Array {
  return places.map((w) => Math.exp(normalLogDensity(w, mu, sigma)));
}

/** The divergence on a grid: columns μ, rows log σ in increasing order. */
export interface Landscape {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** The divergence map of a direction, [rows, columns] row-major, including both ends of both ranges. */
export function landscape(direction: Direction, columns = 61, rows = 46): Landscape {
  const values = new Float64Array(columns * rows);
  const [low, high] = sigmaDomain.map(Math.log) as [number, number];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = divergence(direction, {
        mu: muDomain[0] + ((muDomain[1] - muDomain[0]) * column) / (columns - 1),
        sigma: Math.exp(low + ((high - low) * row) / (rows - 1)),
      });
  return { columns, rows, values };
}
