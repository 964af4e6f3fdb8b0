import { datasetOfKind } from '../../model/datasets/index.ts';
import { seriesOf, seriesPoints } from '../document/series.ts';
import { sharedScalers } from '../problem/scalers.ts';
import { observeSequence } from './observeSequence.ts';
import type { PictureDefinition } from './pictureDefinition.ts';
import { chosenDomains, countClasses, ownNames } from './points.ts';

/** A series of values at even times. A point is one value and the window before it; the last ones are held out. */
export const sequence: PictureDefinition = {
  split: (experiment) => {
    const series = seriesOf(experiment)!;
    const points = seriesPoints(series, experiment.network.window);
    const trained = series.tail - series.first;
    return { training: points.slice(0, trained), heldOut: points.slice(trained) };
  },
  domains: (experiment, points) => chosenDomains(experiment, points, ({ y }) => y),
  classCount: countClasses,
  scalers: sharedScalers,
  names: (dataset, t) => {
    const registered = datasetOfKind(dataset.id, 'sequence')!;
    return {
      ...ownNames(dataset),
      inputs: [t(registered.xLabel)],
      target: t(registered.yLabel),
      time: (index) => registered.time.start + registered.time.step * index,
    };
  },
  plottedRows: 0,
  observe: observeSequence,
  neuronAxes: () => null,
  freshPoints: () => null,
  heldOutAnswers: () => null,
};
