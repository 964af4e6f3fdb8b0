import { datasetOfKind } from '../../model/datasets/index.ts';
import { sharedScalers } from '../problem/scalers.ts';
import { splitPoints } from '../problem/split.ts';
import { classAnswers } from './classAnswers.ts';
import type { PictureDefinition } from './pictureDefinition.ts';
import { allPoints, chosenDomains, countClasses, freshPoints, ownNames } from './points.ts';

/** Images with classes. The picture is of the images that are held out. */
export const images: PictureDefinition = {
  split: (experiment) =>
    splitPoints(
      allPoints(experiment, datasetOfKind(experiment.dataset.id, 'images')),
      experiment.dataset.testFraction,
      experiment.seed,
    ),
  domains: (experiment, points) => chosenDomains(experiment, points, ({ y }) => y),
  classCount: (experiment, points) =>
    datasetOfKind(experiment.dataset.id, 'images')?.classNames.length ?? countClasses(experiment, points),
  scalers: sharedScalers,
  names: (dataset, t) => {
    const registered = datasetOfKind(dataset.id, 'images');
    const own = ownNames(dataset);
    return registered
      ? { ...own, classes: registered.classNames.map((_, y) => t(registered.classNames[y]!)) }
      : own;
  },
  plottedRows: 0,
  observe: async ({ problem, outputsAt, yieldToMessages }) => {
    const { classes, heldOut } = problem;
    const outputs = await outputsAt(heldOut);
    return {
      kind: 'images',
      classes,
      ...(await classAnswers(problem, outputs, heldOut.length, yieldToMessages)),
    };
  },
  neuronAxes: () => null,
  freshPoints: (experiment) => freshPoints(experiment, datasetOfKind(experiment.dataset.id, 'images')),
  heldOutAnswers: (predictive) => (predictive.kind === 'images' ? predictive : null),
};
