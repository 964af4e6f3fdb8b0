import type { TrainingState } from '../../../experiment/engine/engine.ts';
import { posteriorOf } from '../../../experiment/engine/state.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { mean } from '../../../math/moments.ts';

/** A weight of a network with one input, one hidden layer and one output. */
export type WeightOfUnit = 'input' | 'bias' | 'output';

/** A parameter: one of a hidden unit of q, or the bias of the output. */
export type Parameter =
  | { readonly of: 'active' | 'spare'; readonly weight: WeightOfUnit }
  | { readonly of: 'network'; readonly weight: 'output-bias' };

/** Mean and standard deviation of one parameter under both posteriors. */
export interface Marginal {
  readonly q: { readonly mean: number; readonly sigma: number };
  readonly exact: { readonly mean: number; readonly sigma: number };
}

/** Two parameters: the draws of both, and their moments. */
export interface Pair {
  /** Draws from the exact posterior, one number for each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xMarginal: Marginal;
  readonly yMarginal: Marginal;
  /** Correlation of the draws. */
  readonly correlation: number;
}

/** q of a trained run, and draws from the exact posterior whose hidden units are numbered as in q. */
export interface AlignedPosteriors {
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  /** [draws, P] row-major. */
  readonly weights: Float64Array;
  readonly units: number;
  /** The unit of q with the largest signal-to-noise ratio of its output weight, and another one. */
  readonly active: number;
  readonly spare: number;
}

/** Places of a hidden unit's weights: its input weight, its bias and its output weight. */
const placesOf = (units: number, unit: number): Readonly<Record<WeightOfUnit, number>> => ({
  input: unit,
  bias: units + unit,
  output: 2 * units + unit,
});

/**
 * Numbers the hidden units of every draw as in q: swapping two units changes no prediction, so the draws number them at
 * random. The unit closest to the mean of q's active unit (input weight, bias and output weight) gets its number. weights:
 * [draws, P].
 */
export function alignPosteriors(
  problem: Problem,
  { parameters }: TrainingState,
  weights: Float64Array,
): AlignedPosteriors {
  const { mu, sigma } = posteriorOf(problem, parameters);
  const units = problem.plan.layers[0]!.fanOut;
  const signal = (unit: number) => Math.abs(mu[2 * units + unit]!) / sigma[2 * units + unit]!;
  const numbers = Array.from({ length: units }, (_, unit) => unit);
  const active = numbers.reduce((best, unit) => (signal(unit) > signal(best) ? unit : best));
  const spare = numbers.find((unit) => unit !== active)!;
  const aligned = weights.slice();
  const goal = placesOf(units, active);
  for (let row = 0; row < aligned.length; row += mu.length) {
    const draw = aligned.subarray(row, row + mu.length);
    const distance = (unit: number) => {
      const own = placesOf(units, unit);
      return keys.reduce((sum, key) => sum + (draw[own[key]]! - mu[goal[key]]!) ** 2, 0);
    };
    const nearest = numbers.reduce((best, unit) => (distance(unit) < distance(best) ? unit : best));
    const own = placesOf(units, nearest);
    for (const key of keys) [draw[goal[key]], draw[own[key]]] = [draw[own[key]]!, draw[goal[key]]!];
  }
  return { mu, sigma, weights: aligned, units, active, spare };
}

const keys = ['input', 'bias', 'output'] as const satisfies readonly WeightOfUnit[];

/** Two parameters under both posteriors. */
export function pairOf(posteriors: AlignedPosteriors, x: Parameter, y: Parameter): Pair {
  const [xs, ys] = [valuesOf(posteriors, x), valuesOf(posteriors, y)];
  const [xMarginal, yMarginal] = [marginalOf(posteriors, x, xs), marginalOf(posteriors, y, ys)];
  const covariance = mean(
    xs.map((value, i) => (value - xMarginal.exact.mean) * (ys[i]! - yMarginal.exact.mean)),
  );
  return {
    x: xs,
    y: ys,
    xMarginal,
    yMarginal,
    correlation: covariance / (xMarginal.exact.sigma * yMarginal.exact.sigma),
  };
}

function placeOf({ units, active, spare }: AlignedPosteriors, parameter: Parameter): number {
  if (parameter.of === 'network') return 3 * units;
  return placesOf(units, parameter.of === 'active' ? active : spare)[parameter.weight];
}

function valuesOf(posteriors: AlignedPosteriors, parameter: Parameter): Float64Array {
  const { weights, mu } = posteriors;
  const place = placeOf(posteriors, parameter);
  return Float64Array.from(
    { length: weights.length / mu.length },
    (_, row) => weights[row * mu.length + place]!,
  );
}

function marginalOf(posteriors: AlignedPosteriors, parameter: Parameter, values: Float64Array): Marginal {
  const place = placeOf(posteriors, parameter);
  const centre = mean(values);
  return {
    q: { mean: posteriors.mu[place]!, sigma: posteriors.sigma[place]! },
    exact: { mean: centre, sigma: Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) },
  };
}
