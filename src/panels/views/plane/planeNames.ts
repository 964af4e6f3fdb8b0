import type { Experiment } from '../../../experiment/document/experiment.ts';
import { pictures } from '../../../experiment/pictures/pictures.ts';
import { t } from '../../../i18n/index.ts';
import type { PlaneNames } from '../../../plots/plane/planeText.ts';

/** The names of the classes and the axis labels of data in the plane; numbered where there are none. classes: their number. */
export function planeNames(dataset: Experiment['dataset'], classes: number): PlaneNames {
  const { inputs, classes: named } = pictures.plane.names(dataset, t);
  // Rows of a table come with the numbers of their classes; points that are drawn by hand do not.
  const label = dataset.columns.length > 0 && named.length === 0 ? numberOf : ordinalOf;
  return { classes: classLabelsOf(named, classes, label), x: inputs[0] ?? 'x₁', y: inputs[1] ?? 'x₂' };
}

const ordinalOf = (y: number): string => t('class {number}', { number: y + 1 });
const numberOf = (y: number): string => String(y);

/** The name of each class; what `label` calls it where it has none. */
export function classLabelsOf(
  names: readonly string[],
  classes: number,
  label: (y: number) => string = numberOf,
): readonly string[] {
  return Array.from({ length: classes }, (_, y) => names[y] ?? label(y));
}
