import { datasets } from '../../model/datasets/index.ts';
import type { Experiment } from './experiment.ts';
import { inputCountOf } from './inputCount.ts';

/** Classes that a map of the plane can tell apart. */
export const PLANE_CLASSES = 4;

/**
 * How the predictions of an experiment are drawn: a curve of one input, a map of two with classes, images, a series, or a
 * table: rows with any number of inputs.
 */
export type PictureKind = 'curve' | 'plane' | 'images' | 'sequence' | 'table';

/** The kind of picture that an experiment has. */
export function pictureKindOf(experiment: Experiment): PictureKind {
  const { id } = experiment.dataset;
  return id === 'custom' ? ownPictureKind(experiment.dataset, inputCountOf(experiment)) : datasets[id].kind;
}

/** The kind of picture of a person's own points. */
export function ownPictureKind(
  { task, points, images }: Pick<Experiment['dataset'], 'task' | 'points' | 'images'>,
  inputs: number,
): PictureKind {
  if (images && points.length > 0) return 'images';
  if (task === 'regression') return inputs === 1 ? 'curve' : 'table';
  return inputs === 2 && points.every(({ y }) => y < PLANE_CLASSES) ? 'plane' : 'table';
}
