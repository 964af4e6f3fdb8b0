import type { Experiment } from '../../../experiment/document/experiment.ts';
import { t } from '../../../i18n/index.ts';
import { datasets } from '../../../model/datasets/index.ts';
import { imageSide } from '../../../model/networks/index.ts';

/** What is known of the images of a data set: their size, their blackest ink and what their classes are called. */
export interface ShownImages {
  readonly height: number;
  readonly width: number;
  readonly brightest: number;
  readonly classNames: readonly string[];
}

/** The images of a registered data set, or of a person's own; null where the data are no images. */
export function shownImages({ id, images, points, classNames }: Experiment['dataset']): ShownImages | null {
  if (id !== 'custom') {
    const dataset = datasets[id];
    return dataset.kind === 'images'
      ? { ...dataset, classNames: dataset.classNames.map((_, y) => t(dataset.classNames[y]!)) }
      : null;
  }
  const side = imageSide(points[0]?.x.length ?? 0);
  if (!images || side === null) return null;
  const brightest = points.reduce((most, { x }) => x.reduce((all, value) => Math.max(all, value), most), 0);
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), 2);
  return {
    height: side,
    width: side,
    brightest: brightest || 1,
    classNames: Array.from({ length: classes }, (_, y) => classNames[y] ?? String(y)),
  };
}
