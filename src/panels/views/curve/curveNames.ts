import type { Experiment } from '../../../experiment/document/experiment.ts';
import { pictures } from '../../../experiment/pictures/pictures.ts';
import { t } from '../../../i18n/index.ts';

/** The axis labels of a curve: those of the data set, or the custom column names; x and y if there are none. */
export function curveNames(dataset: Experiment['dataset']): { readonly x: string; readonly y: string } {
  const { inputs, target } = pictures.curve.names(dataset, t);
  return { x: inputs[0] ?? 'x', y: target ?? 'y' };
}
