import { pictureOf } from '../../../experiment/pictures/pictures.ts';
import type { PredictionNames } from '../../../export/tables.ts';
import type { PlaygroundState } from '../../../store/state.ts';

/** The column names of exported predictions of the data now, which are English in every language. */
export function predictionNames({
  experiment,
  points,
  heldOut,
}: Pick<PlaygroundState, 'experiment' | 'points' | 'heldOut'>): PredictionNames {
  const { target, ...names } = pictureOf(experiment).names(experiment.dataset, (label) => label);
  const rows = heldOut.length > 0 ? heldOut : points;
  return { ...names, target: target ?? 'y', actual: rows.map(({ y }) => y) };
}
