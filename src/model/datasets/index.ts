import { airline } from './airline.ts';
import { blundell } from './blundell.ts';
import { circles } from './circles.ts';
import { co2 } from './co2.ts';
import { cubic } from './cubic.ts';
import { dampedOscillator } from './dampedOscillator.ts';
import type { Dataset } from './dataset.ts';
import { digits } from './digits.ts';
import { gaussians } from './gaussians.ts';
import { iris } from './iris.ts';
import { moons } from './moons.ts';
import { motorcycle } from './motorcycle.ts';
import { noisySine } from './noisySine.ts';
import { oldFaithful } from './oldFaithful.ts';
import { sineGap } from './sineGap.ts';
import { spirals } from './spirals.ts';
import { step } from './step.ts';
import { sunspots } from './sunspots.ts';
import { twoClusters } from './twoClusters.ts';
import { wideningNoise } from './wideningNoise.ts';
import { xor } from './xor.ts';

export type { Dataset, Interval, PlaneDataset, Point, SequenceDataset } from './dataset.ts';
export { MAX_INPUTS, MIN_SIDE } from './dataset.ts';

/** Every data set, by its public key, in the order of the menu. */
export const datasets = {
  blundell,
  cubic,
  'sine-gap': sineGap,
  'two-clusters': twoClusters,
  step,
  'widening-noise': wideningNoise,
  motorcycle,
  'old-faithful': oldFaithful,
  moons,
  circles,
  xor,
  gaussians,
  spirals,
  iris,
  digits,
  'noisy-sine': noisySine,
  'damped-oscillator': dampedOscillator,
  airline,
  co2,
  sunspots,
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;

/** The registered data set with this id; null for custom points. */
export const registeredDataset = (id: DatasetId | 'custom'): Dataset | null =>
  id === 'custom' ? null : datasets[id];

/** The registered data set with this id if it is of the kind; null for one of another kind and for custom points. */
export function datasetOfKind<K extends Dataset['kind']>(
  id: DatasetId | 'custom',
  kind: K,
): Extract<Dataset, { kind: K }> | null {
  const dataset = registeredDataset(id);
  return dataset?.kind === kind ? (dataset as Extract<Dataset, { kind: K }>) : null;
}

/** Loads the rows of a data set that are kept in a separate chunk; resolves immediately for all others. */
export async function loadDataset(id: DatasetId | 'custom'): Promise<void> {
  await datasetOfKind(id, 'images')?.load();
}

/** Whether the rows of a data set are loaded. */
export function datasetLoaded(id: DatasetId | 'custom'): boolean {
  return datasetOfKind(id, 'images')?.loaded() ?? true;
}
