import type { Interval, Point } from '../../model/datasets/index.ts';
import type { Experiment } from '../document/experiment.ts';

/** The affine map between the data's units and the network's: standardised = (value − mean) / scale. */
export interface Scaler {
  readonly mean: number;
  readonly scale: number;
}

/** The affine maps of a run. They are kept while its points are edited, so that the function it has learned does not move. */
export interface Scalers {
  readonly xScalers: readonly Scaler[];
  readonly yScaler: Scaler;
}

const unitScaler: Scaler = { mean: 0, scale: 1 };

/** Mean and standard deviation of the values; where they have no spread, that of a uniform distribution over the domain. */
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

/** The identity for each of `inputCount` inputs. */
export function unitScalers(inputCount: number): readonly Scaler[] {
  return new Array<Scaler>(inputCount).fill(unitScaler);
}

/** One map for all inputs, fitted to all their values: inputs of one measure, such as pixels or the steps of a series. */
export function sharedScalers(points: readonly Point[], inputCount: number): readonly Scaler[] {
  const values = points.flatMap(({ x }) => x);
  return new Array<Scaler>(inputCount).fill(fitScaler(values, fitDomain(values, 0.5)));
}

/** A map for each input, fitted to its values. domains: of the first inputs, if they are known; used where values do not vary. */
export function scalersPerInput(
  points: readonly Point[],
  inputCount: number,
  domains: readonly Interval[],
): readonly Scaler[] {
  return Array.from({ length: inputCount }, (_, column) => {
    const values = points.map(({ x }) => x[column]!);
    return fitScaler(values, domains[column] ?? fitDomain(values, 0.5));
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

/** Inputs of points in standardised units, row-major [points, inputs]. */
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
