import type { Experiment } from './experiment.ts';

/** The parts of an experiment on which its points depend. */
export type DataParts = Pick<Experiment, 'seed' | 'dataset' | 'network'>;

interface Remembered<T> {
  readonly seed: number;
  readonly window: number;
  readonly value: T;
}

/**
 * The same function, which must depend on `dataset`, the seed and `network.window` alone, with its last value remembered for
 * every `dataset` object. Changes of other fields keep that object, so they get the same value, not an equal one. What is
 * remembered is released with the object. A call that throws is not remembered.
 */
export function rememberPerDataset<E extends DataParts, T>(
  compute: (experiment: E) => T,
): (experiment: E) => T {
  const last = new WeakMap<Experiment['dataset'], Remembered<T>>();
  return (experiment) => {
    const { seed, dataset, network } = experiment;
    const known = last.get(dataset);
    if (known?.seed === seed && known.window === network.window) return known.value;
    const value = compute(experiment);
    last.set(dataset, { seed, window: network.window, value });
    return value;
  };
}
