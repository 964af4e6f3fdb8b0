import { linspace } from '../../math/linspace.ts';
import { datasetOfKind } from '../../model/datasets/index.ts';
import { summarizeClasses } from '../../model/likelihoods/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { scalersPerInput } from '../problem/scalers.ts';
import { probabilityReader } from './drawsOfRow.ts';
import type { InputRow, PictureDefinition } from './pictureDefinition.ts';
import { allPoints, chosenDomains, countClasses, freshPoints, ownNames } from './points.ts';
import type { PlanePredictive } from './snapshot.ts';

/** Places of the grid along each axis. */
const GRID_SIZE = 40;
/** Draws whose decision boundaries are shown. */
const SHOWN_DRAWS = 12;
/** Places along each axis at which activations of hidden units are plotted. */
const NEURON_PLACES = 14;

/** Classes over two inputs. The points are drawn by hand on the page, so none is held out. */
export const plane: PictureDefinition = {
  split: (experiment) => ({
    training: allPoints(experiment, datasetOfKind(experiment.dataset.id, 'plane')),
    heldOut: [],
  }),
  domains: (experiment, points) => {
    const registered = datasetOfKind(experiment.dataset.id, 'plane');
    if (!registered) return chosenDomains(experiment, points, (point) => point.x[1]!);
    const [first, second] = experiment.dataset.inputs.map((input) => registered.measures[input]!.domain);
    return [first!, second!];
  },
  classCount: countClasses,
  scalers: scalersPerInput,
  names: (dataset, t) => {
    const registered = datasetOfKind(dataset.id, 'plane');
    const own = ownNames(dataset);
    if (!registered) return own;
    return {
      ...own,
      inputs: dataset.inputs.map((input) => t(registered.measures[input]!.label)),
      classes: registered.classNames.map((_, y) => t(registered.classNames[y]!)),
    };
  },
  plottedRows: GRID_SIZE ** 2,
  observe: async ({ problem, outputsAt, yieldToMessages }) => {
    const x = linspace(...problem.xDomain, GRID_SIZE);
    const y = linspace(...problem.yDomain, GRID_SIZE);
    return observePlane(problem, x, y, await outputsAt(gridPlaces(x, y)), yieldToMessages);
  },
  neuronAxes: ({ xDomain, yDomain }) => [
    linspace(...xDomain, NEURON_PLACES),
    linspace(...yDomain, NEURON_PLACES),
  ],
  freshPoints: (experiment) => freshPoints(experiment, datasetOfKind(experiment.dataset.id, 'plane')),
  heldOutAnswers: () => null,
};

/** Every place of the grid, row by row upwards. */
function gridPlaces(x: Float64Array, y: Float64Array): readonly InputRow[] {
  return Array.from(y, (upwards) => Array.from(x, (along) => ({ x: [along, upwards] }))).flat();
}

/**
 * p(y | x, D) over the grid of the axes x and y, in the data's units. outputs: [S′, places, outputCount], log-odds. Yields
 * to messages between rows of the grid.
 */
async function observePlane(
  problem: Problem,
  x: Float64Array,
  y: Float64Array,
  outputs: Float64Array,
  yieldToMessages: Yield,
): Promise<PlanePredictive> {
  const { classes, outputCount, experiment } = problem;
  const { samples } = experiment.prediction;
  const places = x.length * y.length;
  const probabilitiesOf = probabilityReader(problem, outputs, places, samples);
  const drawCount = Math.min(SHOWN_DRAWS, samples);
  const probabilities = new Float64Array(places * classes);
  const totalEntropy = new Float64Array(places);
  const aleatoricEntropy = new Float64Array(places);
  const mutualInformation = new Float64Array(places);
  const leads = new Float64Array(drawCount * classes * places);
  for (let place = 0; place < places; place++) {
    if (place > 0 && place % x.length === 0) await yieldToMessages();
    const summary = summarizeClasses(probabilitiesOf(place), classes);
    probabilities.set(summary.probabilities, place * classes);
    totalEntropy[place] = summary.totalEntropy;
    aleatoricEntropy[place] = summary.aleatoricEntropy;
    mutualInformation[place] = summary.mutualInformation;
    for (let draw = 0; draw < drawCount; draw++) {
      const at = (draw * places + place) * outputCount;
      const logits = outputs.subarray(at, at + outputCount);
      for (let c = 0; c < classes; c++) leads[(draw * classes + c) * places + place] = leadOf(logits, c);
    }
  }
  return {
    kind: 'plane',
    x,
    y,
    classes,
    probabilities,
    totalEntropy,
    aleatoricEntropy,
    mutualInformation,
    leads,
    drawCount,
  };
}

/** Log-odds of class c against the most probable other one. logits: one per class, or the log-odds of class 1 of two. */
function leadOf(logits: Float64Array, c: number): number {
  if (logits.length === 1) return c === 1 ? logits[0]! : -logits[0]!;
  let best = Number.NEGATIVE_INFINITY;
  for (let other = 0; other < logits.length; other++) if (other !== c) best = Math.max(best, logits[other]!);
  return logits[c]! - best;
}
