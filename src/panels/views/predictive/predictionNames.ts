import type { PredictionNames } from '../../../export/tables.ts';
import { datasets } from '../../../model/datasets/index.ts';
import type { PlaygroundState } from '../../../store/state.ts';

/** What the columns of predictions are called for the data now. */
export function predictionNames({ experiment, points, heldOut }: PlaygroundState): PredictionNames {
  const { id, columns, classNames, inputs } = experiment.dataset;
  const dataset = id === 'custom' ? null : datasets[id];
  const rows = heldOut.length > 0 ? heldOut : points;
  return {
    inputs:
      dataset?.kind === 'plane'
        ? inputs.map((input) => dataset.measures[input]!.label)
        : dataset?.kind === 'curve'
          ? [dataset.xLabel]
          : columns.slice(0, -1),
    target: columns.at(-1) ?? 'y',
    classes: dataset?.kind === 'plane' || dataset?.kind === 'images' ? dataset.classNames : classNames,
    actual: rows.map(({ y }) => y),
    time: (index) => (dataset?.kind === 'sequence' ? dataset.time.start + dataset.time.step * index : index),
  };
}
