import { datasets } from '../../datasets/index.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { PlaneNames } from '../../plots/planeText.ts';

/** What the classes and the two inputs of data in the plane are called. classes: that the data have. */
export function planeNames(
  { id, inputs, columns, classNames }: Experiment['dataset'],
  classes: number,
): PlaneNames {
  const dataset = id === 'custom' ? null : datasets[id];
  const known = dataset?.kind === 'plane' ? dataset : null;
  return {
    classes: classLabelsOf(known?.classNames ?? classNames, classes),
    x: known?.measures[inputs[0]!]?.label ?? columns[0] ?? 'x₁',
    y: known?.measures[inputs[1]!]?.label ?? columns[1] ?? 'x₂',
  };
}

/** What each class is called, those without a name by their number. */
export function classLabelsOf(names: readonly string[], classes: number): readonly string[] {
  return Array.from({ length: classes }, (_, y) => names[y] ?? `class ${y + 1}`);
}
