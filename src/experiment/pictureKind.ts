import { datasets } from '../datasets/index.ts';
import type { Experiment } from './experiment.ts';
import { inputCountOf } from './inputCount.ts';

/** How the predictions of an experiment are drawn: a curve of one input, a map of two with classes, images, or a series. */
export type PictureKind = 'curve' | 'plane' | 'images' | 'sequence';

/** The kind of picture; null: none for such data. */
export function pictureKindOf(experiment: Experiment): PictureKind | null {
  const { id, task } = experiment.dataset;
  if (id !== 'custom') return datasets[id].kind;
  const inputs = inputCountOf(experiment);
  if (task === 'regression') return inputs === 1 ? 'curve' : null;
  return inputs === 2 ? 'plane' : null;
}
