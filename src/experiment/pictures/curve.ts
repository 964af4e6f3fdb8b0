import { linspace } from '../../math/linspace.ts';
import { datasetOfKind } from '../../model/datasets/index.ts';
import { scalersPerInput } from '../problem/scalers.ts';
import { CURVE_PLACES, curveGrid, observeCurve } from './observeCurve.ts';
import type { PictureDefinition } from './pictureDefinition.ts';
import { allPoints, chosenDomains, countClasses, freshPoints, ownNames } from './points.ts';

/** Places along the input at which activations of hidden units are plotted. */
const NEURON_PLACES = 25;

/** A number against one input. The points are drawn by hand on the page, so none is held out. */
export const curve: PictureDefinition = {
  split: (experiment) => ({
    training: allPoints(experiment, datasetOfKind(experiment.dataset.id, 'curve')),
    heldOut: [],
  }),
  domains: (experiment, points) => {
    const registered = datasetOfKind(experiment.dataset.id, 'curve');
    if (registered) return [registered.xDomain, registered.yDomain];
    return chosenDomains(experiment, points, ({ y }) => y);
  },
  classCount: countClasses,
  scalers: (points, inputCount, [xDomain]) => scalersPerInput(points, inputCount, [xDomain]),
  names: (dataset, t) => {
    const registered = datasetOfKind(dataset.id, 'curve');
    const own = ownNames(dataset);
    if (!registered) return own;
    return { ...own, inputs: [t(registered.xLabel)], target: t(registered.yLabel) };
  },
  plottedRows: CURVE_PLACES,
  observe: async ({ problem, outputsAt, logNoise }) => {
    const x = curveGrid(problem.xDomain);
    const rows = Array.from(x, (value) => ({ x: [value] }));
    return observeCurve(problem, x, await outputsAt(rows), logNoise);
  },
  neuronAxes: ({ xDomain }) => [linspace(...xDomain, NEURON_PLACES)],
  freshPoints: (experiment) => freshPoints(experiment, datasetOfKind(experiment.dataset.id, 'curve')),
  heldOutAnswers: () => null,
};
