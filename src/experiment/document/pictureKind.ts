import { type Dataset, registeredDataset } from '../../model/datasets/index.ts';
import { inputCountOf } from './dataKinds.ts';
import type { Experiment } from './experiment.ts';

/** Classes that a map of the plane can distinguish. */
export const PLANE_CLASSES = 4;

/**
 * How the predictions of an experiment are drawn: a curve over one input, a map of classes over two, images, a series,
 * or a table, for custom rows with any number of inputs.
 */
export type PictureKind = Dataset['kind'] | 'table';

/** The kinds that custom points can have. */
export type OwnPictureKind = Extract<PictureKind, 'curve' | 'plane' | 'images' | 'table'>;

/** The picture kind of an experiment. */
export function pictureKindOf(experiment: Experiment): PictureKind {
  const dataset = registeredDataset(experiment.dataset.id);
  return dataset?.kind ?? ownPictureKind(experiment.dataset, inputCountOf(experiment));
}

/** The picture kind of custom points. inputs: numbers in each row. */
export function ownPictureKind(
  { task, points, images }: Pick<Experiment['dataset'], 'task' | 'points' | 'images'>,
  inputs: number,
): OwnPictureKind {
  if (images && points.length > 0) return 'images';
  if (task === 'regression') return inputs === 1 ? 'curve' : 'table';
  return inputs === 2 && points.every(({ y }) => y < PLANE_CLASSES) ? 'plane' : 'table';
}
