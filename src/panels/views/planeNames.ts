import { datasets } from '../../datasets/index.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { PlaneNames } from '../../plots/planeText.ts';

/** What the classes and the two inputs of data in the plane are called. classes: that the data have. */
export function planeNames({ id, inputs }: Experiment['dataset'], classes: number): PlaneNames {
  const dataset = id === 'custom' ? null : datasets[id];
  const known = dataset?.kind === 'plane' ? dataset : null;
  return {
    classes: Array.from({ length: classes }, (_, y) => known?.classNames[y] ?? `class ${y + 1}`),
    x: known?.measures[inputs[0]!]?.label ?? 'x₁',
    y: known?.measures[inputs[1]!]?.label ?? 'x₂',
  };
}
