import { inputCountOf } from '../experiment/document/dataKinds.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { experimentSplit } from '../experiment/pictures/data.ts';
import { pictureOf } from '../experiment/pictures/pictures.ts';
import { datasetLoaded } from '../model/datasets/index.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { methods } from '../model/methods/index.ts';
import { multiplyAdds, planNetwork } from '../model/networks/index.ts';

/** Milliseconds that any worker may be silent. */
const MIN_TIMEOUT = 1000;
/** Multiply-adds a second of a slow machine. */
const SLOW_MACHINE = 1e8;
/** Upper bounds on the training rows of data that are not loaded yet, and on the classes of any data. */
const UNKNOWN_ROWS = 2000;
const CLASSES = 10;

/** Milliseconds a worker may take for a piece of work: the longest ones are a training step and one draw of a snapshot. */
export function replyTimeout(experiment: Experiment): number {
  const { inference, dataset, network, likelihood } = experiment;
  const outputs = likelihoods[likelihood.kind].outputCount(CLASSES);
  const forward = multiplyAdds(planNetwork(network, inputCountOf(experiment), outputs));
  const split = datasetLoaded(dataset.id) ? experimentSplit(experiment) : null;
  const n = split?.training.length ?? UNKNOWN_ROWS;
  const batch = inference.batchSize === 'full' ? n : Math.min(inference.batchSize, n);
  const gradients = methods[inference.method].gradientsPerStep * inference.samples;
  const step = 3 * forward * batch * gradients;
  const plotted = pictureOf(experiment).plottedRows + (split?.heldOut.length ?? 0);
  const draw = forward * (plotted + n);
  return MIN_TIMEOUT + (1000 * (step + draw)) / SLOW_MACHINE;
}
