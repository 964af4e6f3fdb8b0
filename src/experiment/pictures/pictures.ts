import type { Experiment } from '../document/experiment.ts';
import { type PictureKind, pictureKindOf } from '../document/pictureKind.ts';
import { curve } from './curve.ts';
import { images } from './images.ts';
import type { PictureDefinition } from './pictureDefinition.ts';
import { plane } from './plane.ts';
import { sequence } from './sequence.ts';
import { table } from './table.ts';

/** The definition of every picture kind. */
export const pictures = { curve, plane, images, sequence, table } as const satisfies Record<
  PictureKind,
  PictureDefinition
>;

/** The definition of an experiment's picture kind. */
export function pictureOf(experiment: Experiment): PictureDefinition {
  return pictures[pictureKindOf(experiment)];
}
