import type { Experiment } from '../experiment/document/experiment.ts';
import { inputCountOf } from '../experiment/document/inputCount.ts';
import { pictureKindOf } from '../experiment/document/pictureKind.ts';
import { PLANE_PLACES } from '../experiment/pictures/observePlane.ts';
import { experimentPoints } from '../experiment/problem/problem.ts';
import { datasetLoaded } from '../model/datasets/index.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { methods } from '../model/methods/index.ts';
import { multiplyAdds, planNetwork } from '../model/networks/index.ts';

/** Milliseconds that any worker may be silent. */
const LEAST = 1000;
/** Multiply-adds a second of a slow machine. */
const SLOW = 1e8;
/** Inputs at which a snapshot is drawn, besides the points: of a curve, more than there are; of a plane. */
const PLOTTED = { curve: 121, plane: PLANE_PLACES } as const;
/** Rows of data that are still on their way, and classes of any data: guesses on the safe side. */
const UNKNOWN_ROWS = 2000;
const CLASSES = 10;

/** Milliseconds a worker may go without doing a piece of work: the longest piece is a step or one draw of a snapshot. */
export function replyTimeout(experiment: Experiment): number {
  const { inference, dataset, network, likelihood } = experiment;
  const outputs = likelihoods[likelihood.kind].outputCount(CLASSES);
  const forward = multiplyAdds(planNetwork(network, inputCountOf(experiment), outputs));
  const n = datasetLoaded(dataset.id) ? experimentPoints(experiment).length : UNKNOWN_ROWS;
  const batch = inference.batchSize === 'full' ? n : Math.min(inference.batchSize, n);
  const gradients = methods[inference.method].gradientsPerStep * inference.samples;
  const step = 3 * forward * batch * gradients;
  const plotted = pictureKindOf(experiment) === 'plane' ? PLOTTED.plane : PLOTTED.curve;
  const draw = forward * (plotted + n);
  return LEAST + (1000 * (step + draw)) / SLOW;
}
