import { fillNormal, fillUniform, streams } from '../../../math/random.ts';
import type { Point } from '../../../model/datasets/dataset.ts';
import { type ActivationKind, activations } from '../../../model/networks/activations.ts';

/** A network with one hidden layer and one input, whose weights and biases all have the prior N(0, sigma²). */
export interface FunctionPrior {
  /** σ_p, the standard deviation of the prior. */
  readonly sigma: number;
  /** Hidden units, at most MAX_UNITS. */
  readonly units: number;
  readonly activation: ActivationKind;
}

/** Networks drawn from the prior. */
export const DRAWS = 10_000;
export const MAX_UNITS = 50;

/** σ_n, the standard deviation of the noise of y. */
export const NOISE = 0.3;

/** What the exhibit opens with. */
export const standardPrior: FunctionPrior = { sigma: 0.5, units: 10, activation: 'tanh' };

/** The points that its button adds, one after another; the first two are those of the exhibit of one weight. */
export const nextPoints: readonly Point[] = [
  { x: [0.5], y: 0.6 },
  { x: [1.5], y: 0.9 },
  { x: [-1], y: -0.7 },
  { x: [-0.3], y: -0.2 },
  { x: [1], y: 1 },
  { x: [-1.7], y: -0.3 },
];

/** Numbers per draw: the output's bias, then of each unit its input weight, its bias and its output weight. */
const STRIDE = 1 + 3 * MAX_UNITS;

/**
 * ε ~ N(0, 1) of the weights of every draw, [DRAWS, STRIDE]; w = σ_p ε. A change of σ_p or of the number of units keeps ε, so
 * that the curves change continuously.
 */
export function weightNoise(seed: number): Float32Array {
  const noise = new Float32Array(DRAWS * STRIDE);
  fillNormal(noise, seed, streams.priorPredictive, 0, 0);
  return noise;
}

/** f(x, w) = c + Σ v_h φ(u_h x + b_h) of one draw. */
export function functionOf(
  noise: Float32Array,
  { sigma, units, activation }: FunctionPrior,
  draw: number,
  x: number,
): number {
  const { value } = activations[activation];
  const first = draw * STRIDE;
  let sum = noise[first]!;
  for (let at = first + 1; at < first + 1 + 3 * units; at += 3)
    sum += noise[at + 2]! * value(sigma * (noise[at]! * x + noise[at + 1]!));
  return sigma * sum;
}

/** The draws that are kept before any point, after the first, after the first two, … */
export type Thinning = readonly Int32Array[];

/**
 * Bayes' theorem by rejection: point number i keeps a draw with probability exp(−(y_i − f(x_i))²/2σ_n²), its likelihood divided by
 * the largest that any function can have. What is kept after all points are independent draws of p(w | D), and the expected
 * share of draws kept is p(D) · (2π σ_n²)^(n/2) for n points.
 * evaluate: f(x_i) of a draw. count: the number of draws.
 */
export function thin(
  evaluate: (draw: number, x: number) => number,
  points: readonly Point[],
  noise: number,
  seed: number,
  count: number = DRAWS,
): Thinning {
  const kept = [Int32Array.from({ length: count }, (_, draw) => draw)];
  const chance = new Float32Array(count);
  for (const [index, { x, y }] of points.entries()) {
    // The same number decides of a draw and the same point again when σ_p or the point is moved.
    fillUniform(chance, seed, streams.evaluation, index, 0);
    const keeps = (draw: number) =>
      chance[draw]! < Math.exp(-0.5 * ((y - evaluate(draw, x[0]!)) / noise) ** 2);
    kept.push(kept[index]!.filter(keeps));
  }
  return kept;
}
