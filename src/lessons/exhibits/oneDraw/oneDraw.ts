import { fillNormal, streams } from '../../../math/random.ts';

/** When the weight of the recurrence is drawn: once for the sequence (Fortunato et al. 2017, §3), or at every step. */
export type Drawing = 'sequence' | 'step';

/** q(w) = N(mu, sigma²) of the one weight of h_t = w · h_{t−1}, h_0 = 1. */
export interface Recurrence {
  readonly mu: number;
  readonly sigma: number;
  /** Time steps after the first value. */
  readonly steps: number;
}

/** Paths h_0 … h_steps of several draws. The same seed gives the same noise for both ways of drawing. */
export function pathsOf(
  { mu, sigma, steps }: Recurrence,
  drawing: Drawing,
  count: number,
  seed: number,
  from = 0,
): readonly Float64Array[] {
  return Array.from({ length: count }, (_, path) => {
    const epsilon = new Float64Array(steps);
    fillNormal(epsilon, seed, streams.weights, 0, from + path);
    const values = new Float64Array(steps + 1);
    values[0] = 1;
    for (let t = 1; t <= steps; t++) {
      const noise = drawing === 'sequence' ? epsilon[0]! : epsilon[t - 1]!;
      values[t] = (mu + sigma * noise) * values[t - 1]!;
    }
    return values;
  });
}

/** Mean and standard deviation of h_t for t = 0 … steps, exactly. */
export interface PathMoments {
  readonly mean: Float64Array;
  readonly sigma: Float64Array;
}

/**
 * One draw: h_t = w^t, whose moments are those of a normal, E[w^n] = μ E[w^(n−1)] + (n − 1) σ² E[w^(n−2)]. A draw a step:
 * a product of independent factors, E[h_t] = μ^t and E[h_t²] = (μ² + σ²)^t.
 */
export function momentsOf({ mu, sigma, steps }: Recurrence, drawing: Drawing): PathMoments {
  const powers = new Float64Array(2 * steps + 1);
  powers[0] = 1;
  for (let n = 1; n < powers.length; n++)
    powers[n] = mu * powers[n - 1]! + (n > 1 ? (n - 1) * sigma * sigma * powers[n - 2]! : 0);
  const at = (t: number): readonly [number, number] =>
    drawing === 'sequence' ? [powers[t]!, powers[2 * t]!] : [mu ** t, (mu * mu + sigma * sigma) ** t];
  const mean = new Float64Array(steps + 1);
  const deviation = new Float64Array(steps + 1);
  for (let t = 0; t <= steps; t++) {
    const [first, second] = at(t);
    mean[t] = first;
    deviation[t] = Math.sqrt(Math.max(0, second - first * first));
  }
  return { mean, sigma: deviation };
}
