import { createRandom, streams } from '../../math/random.ts';
import { datasets, type Point, type SequenceDataset } from '../../model/datasets/index.ts';
import type { Experiment } from './experiment.ts';

/** A series, what is modelled of it, and the windows that a network sees. */
export interface Series {
  readonly dataset: SequenceDataset;
  /** In the data's own units, [length]. */
  readonly values: Float64Array;
  /** What is modelled; NaN where it cannot be, before `lag`. */
  readonly modelled: Float64Array;
  /** The first index that is predicted: lag + window. */
  readonly first: number;
  /** The first index of the held-out tail. */
  readonly tail: number;
}

/** The series of an experiment; null where it has none. */
export function seriesOf({
  seed,
  dataset,
  network,
}: Pick<Experiment, 'seed' | 'dataset' | 'network'>): Series | null {
  const registered = dataset.id === 'custom' ? null : datasets[dataset.id];
  if (registered?.kind !== 'sequence') return null;
  const { transformation, series } = registered;
  const values = Float64Array.from(series(createRandom(seed, streams.data), dataset.size, dataset.noise));
  const modelled = values.map((_, t) =>
    t < transformation.lag ? Number.NaN : transformation.forward(values, t),
  );
  const first = Math.min(values.length, transformation.lag + network.window);
  const targets = values.length - first;
  const tail = values.length - Math.min(Math.round(dataset.testFraction * targets), Math.max(0, targets - 1));
  return { dataset: registered, values, modelled, first, tail };
}

/** The points of a series: of every index from `first` on the window before it, and what is modelled there. */
export function seriesPoints({ modelled, first }: Series, window: number): readonly Point[] {
  return Array.from(modelled.subarray(first), (y, i) => ({
    x: [...modelled.subarray(first + i - window, first + i)],
    y,
  }));
}
