import type { Experiment } from '../../../experiment/document/experiment.ts';
import { pictures } from '../../../experiment/pictures/pictures.ts';
import { t } from '../../../i18n/index.ts';
import type { PlaneNames } from '../../../plots/plane/planeText.ts';

/** The names of the classes and the axis labels of data in the plane; numbered where there are none. classes: their number. */
export function planeNames(dataset: Experiment['dataset'], classes: number): PlaneNames {
  const { inputs, classes: named } = pictures.plane.names(dataset, t);
  return { classes: classLabelsOf(named, classes), x: inputs[0] ?? 'x₁', y: inputs[1] ?? 'x₂' };
}

/** The name of each class; its number where it has none. */
export function classLabelsOf(names: readonly string[], classes: number): readonly string[] {
  return Array.from({ length: classes }, (_, y) => names[y] ?? t('class {number}', { number: y + 1 }));
}
