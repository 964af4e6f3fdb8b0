import { createRandom, streams } from '../../math/random.ts';
import { datasetOfKind, type Point, type SequenceDataset } from '../../model/datasets/index.ts';
import { type DataParts, rememberPerDataset } from './rememberPerDataset.ts';

/** A series, the transformed series that is modelled, and where its predictions begin. */
export interface Series {
  readonly dataset: SequenceDataset;
  /** In the data's own units, [length]. */
  readonly values: Float64Array;
  /** The transformed values, which are modelled; NaN before index `lag`, where the transformation is undefined. [length] */
  readonly modelled: Float64Array;
  /** The first index that is predicted: lag + window. */
  readonly first: number;
  /** The first index of the held-out tail. */
  readonly tail: number;
}

/** The series of an experiment; null where it has none. */
export const seriesOf = rememberPerDataset(({ seed, dataset, network }: DataParts): Series | null => {
  const registered = datasetOfKind(dataset.id, 'sequence');
  if (!registered) return null;
  const { transformation, series } = registered;
  const values = Float64Array.from(series(createRandom(seed, streams.data), dataset.size, dataset.noise));
  const modelled = values.map((_, t) =>
    t < transformation.lag ? Number.NaN : transformation.forward(values, t),
  );
  const first = Math.min(values.length, transformation.lag + network.window);
  const targets = values.length - first;
  const tail = values.length - Math.min(Math.round(dataset.testFraction * targets), Math.max(0, targets - 1));
  return { dataset: registered, values, modelled, first, tail };
});

/** The points of a series: for every index from `first` on, the `window` modelled values before it and the one at it. */
export function seriesPoints({ modelled, first }: Series, window: number): readonly Point[] {
  return Array.from(modelled.subarray(first), (y, i) => ({
    x: [...modelled.subarray(first + i - window, first + i)],
    y,
  }));
}
