import type { Experiment } from './experiment.ts';

/** Inputs of the network that an experiment asks for: numbers of each row of its data. */
export function inputCountOf({ dataset: { id, points } }: Experiment): number {
  return id === 'custom' ? (points[0]?.x.length ?? 1) : 1;
}
