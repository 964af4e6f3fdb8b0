import type { Experiment } from '../../../experiment/document/experiment.ts';
import { t } from '../../../i18n/index.ts';
import { datasets, type PlaneDataset } from '../../../model/datasets/index.ts';
import type { PlaneNames } from '../../../plots/plane/planeText.ts';

/** What the classes and the two inputs of data in the plane are called. classes: that the data have. */
export function planeNames(
  { id, inputs, columns, classNames }: Experiment['dataset'],
  classes: number,
): PlaneNames {
  const dataset = id === 'custom' ? null : datasets[id];
  const known = dataset?.kind === 'plane' ? dataset : null;
  return {
    classes: classLabelsOf(known?.classNames.map((_, y) => t(known.classNames[y]!)) ?? classNames, classes),
    x: measureName(known, inputs[0]!) ?? columns[0] ?? 'x₁',
    y: measureName(known, inputs[1]!) ?? columns[1] ?? 'x₂',
  };
}

/** What a measure of a registered data set is called. */
function measureName(dataset: PlaneDataset | null, index: number): string | undefined {
  const measure = dataset?.measures[index];
  return measure && t(measure.label);
}

/** What each class is called, those without a name by their number. */
export function classLabelsOf(names: readonly string[], classes: number): readonly string[] {
  return Array.from({ length: classes }, (_, y) => names[y] ?? t('class {number}', { number: y + 1 }));
}
