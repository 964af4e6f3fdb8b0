import type { Experiment } from '../../../experiment/document/experiment.ts';
import { pictures } from '../../../experiment/pictures/pictures.ts';
import { t } from '../../../i18n/index.ts';
import { datasetOfKind } from '../../../model/datasets/index.ts';
import { imageSide } from '../../../model/networks/index.ts';

/** The images of a data set: their size in pixels, the largest pixel value and the names of their classes. */
export interface ShownImages {
  readonly height: number;
  readonly width: number;
  readonly brightest: number;
  readonly classNames: readonly string[];
}

/** The images of a registered data set, or custom ones; null if the data are no images. */
export function shownImages(dataset: Experiment['dataset']): ShownImages | null {
  const { id, images, points } = dataset;
  const { classes: names } = pictures.images.names(dataset, t);
  const registered = datasetOfKind(id, 'images');
  if (registered) return { ...registered, classNames: names };
  const side = imageSide(points[0]?.x.length ?? 0);
  if (!images || side === null) return null;
  const brightest = points.reduce((most, { x }) => x.reduce((all, value) => Math.max(all, value), most), 0);
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), 2);
  return {
    height: side,
    width: side,
    brightest: brightest || 1,
    classNames: Array.from({ length: classes }, (_, y) => names[y] ?? String(y)),
  };
}
