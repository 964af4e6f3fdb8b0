import type { Interval, Point } from '../../model/datasets/index.ts';
import type { Experiment } from '../document/experiment.ts';
import { pictureKindOf } from '../document/pictureKind.ts';

/** The affine map between the data's units and the network's: standardised = (value − mean) / scale. */
export interface Scaler {
  readonly mean: number;
  readonly scale: number;
}

/** The affine maps that a run was begun with: they stay while its points are edited, so that its function does not jump. */
export interface Scalers {
  readonly xScalers: readonly Scaler[];
  readonly yScaler: Scaler;
}

const unitScaler: Scaler = { mean: 0, scale: 1 };

/** Mean and standard deviation of the values; of a uniform distribution over the domain where they have none. */
function fitScaler(values: readonly number[], domain: Interval): Scaler {
  const domainScaler = { mean: (domain[0] + domain[1]) / 2, scale: (domain[1] - domain[0]) / Math.sqrt(12) };
  if (values.length < 2) return domainScaler;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return scale > 1e-9 * (1 + Math.abs(mean)) ? { mean, scale } : { mean, scale: domainScaler.scale };
}

/** The smallest interval around the values, widened on both sides by `margin` of its width. */
export function fitDomain(values: readonly number[], margin: number): Interval {
  if (values.length === 0) return [-1, 1];
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const width = high > low ? high - low : Math.max(1, Math.abs(high));
  return [low - margin * width, high + margin * width];
}

/**
 * The map of each input, fitted to the points; the identity where nothing is standardised. Pixels of an image and steps of a
 * series are one measure: they share one map.
 */
export function inputScalers(
  experiment: Experiment,
  points: readonly Point[],
  inputCount: number,
  domains: readonly [Interval, Interval],
): readonly Scaler[] {
  if (!experiment.dataset.standardize) return new Array<Scaler>(inputCount).fill(unitScaler);
  const kind = pictureKindOf(experiment);
  if (experiment.network.kind !== 'dense' || kind === 'images' || kind === 'sequence') {
    const values = points.flatMap(({ x }) => x);
    return new Array<Scaler>(inputCount).fill(fitScaler(values, fitDomain(values, 0.5)));
  }
  return Array.from({ length: inputCount }, (_, column) => {
    const values = points.map(({ x }) => x[column]!);
    const shown = column === 0 || pictureKindOf(experiment) === 'plane' ? domains[column] : undefined;
    return fitScaler(values, shown ?? fitDomain(values, 0.5));
  });
}

/** The map of the target; the identity for classes. */
export function targetScaler(experiment: Experiment, points: readonly Point[], yDomain: Interval): Scaler {
  if (!experiment.dataset.standardize || experiment.dataset.task !== 'regression') return unitScaler;
  return fitScaler(
    points.map(({ y }) => y),
    yDomain,
  );
}

/** Inputs of any points in the network's units, row-major [points, inputs]. */
export function standardizedInputs(
  points: readonly { readonly x: readonly number[] }[],
  scalers: readonly Scaler[],
): Float64Array {
  const inputs = new Float64Array(points.length * scalers.length);
  points.forEach(({ x }, row) => {
    scalers.forEach(({ mean, scale }, column) => {
      inputs[row * scalers.length + column] = (x[column]! - mean) / scale;
    });
  });
  return inputs;
}
