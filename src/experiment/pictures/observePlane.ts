import { linspace } from '../../math/linspace.ts';
import { likelihoods, summarizeClasses } from '../../model/likelihoods/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import type { PlanePredictive } from './snapshot.ts';

/** Places of the grid along each axis. */
const GRID_SIZE = 40;
/** Places at which a plane is predicted. */
export const PLANE_PLACES = GRID_SIZE ** 2;
/** Draws whose decision boundaries are shown. */
const SHOWN_DRAWS = 12;

/** The two axes of the grid, in the data's units. */
export function planeAxes({ xDomain, yDomain }: Problem): readonly [Float64Array, Float64Array] {
  return [linspace(...xDomain, GRID_SIZE), linspace(...yDomain, GRID_SIZE)];
}

/** Every place of the grid, row by row. */
export function planePlaces(x: Float64Array, y: Float64Array): readonly { readonly x: readonly number[] }[] {
  return Array.from(y, (upwards) => Array.from(x, (along) => ({ x: [along, upwards] }))).flat();
}

/** p(y | x, D) over the grid. outputs: [S′, places, outputCount], log-odds. Messages are read between rows of the grid. */
export async function observePlane(
  problem: Problem,
  [x, y]: readonly [Float64Array, Float64Array],
  outputs: Float64Array,
  yieldToMessages: Yield,
): Promise<PlanePredictive> {
  const { classes, outputCount, experiment } = problem;
  const { samples } = experiment.prediction;
  const likelihood = likelihoods[experiment.likelihood.kind];
  if (likelihood.task !== 'classification')
    throw new Error(`invalid likelihood.kind; a plane is of classes: ${experiment.likelihood.kind}`);
  const places = x.length * y.length;
  const drawCount = Math.min(SHOWN_DRAWS, samples);
  const probabilities = new Float64Array(places * classes);
  const [totalEntropy, aleatoricEntropy, mutualInformation] = [0, 1, 2].map(() => new Float64Array(places));
  const leads = new Float64Array(drawCount * classes * places);
  const ofDraws = new Float64Array(samples * classes);
  for (let place = 0; place < places; place++) {
    if (place > 0 && place % x.length === 0) await yieldToMessages();
    for (let draw = 0; draw < samples; draw++) {
      const at = (draw * places + place) * outputCount;
      likelihood.probabilities(outputs, at, ofDraws.subarray(draw * classes, (draw + 1) * classes));
      if (draw >= drawCount) continue;
      const logits = outputs.subarray(at, at + outputCount);
      for (let c = 0; c < classes; c++) leads[(draw * classes + c) * places + place] = leadOf(logits, c);
    }
    const summary = summarizeClasses(ofDraws, classes);
    probabilities.set(summary.probabilities, place * classes);
    totalEntropy![place] = summary.totalEntropy;
    aleatoricEntropy![place] = summary.aleatoricEntropy;
    mutualInformation![place] = summary.mutualInformation;
  }
  return {
    kind: 'plane',
    x,
    y,
    classes,
    probabilities,
    totalEntropy: totalEntropy!,
    aleatoricEntropy: aleatoricEntropy!,
    mutualInformation: mutualInformation!,
    leads,
    drawCount,
  };
}

/** Log-odds of class c against the best other one. logits: one of each class, or the log-odds of class 1 of two. */
function leadOf(logits: Float64Array, c: number): number {
  if (logits.length === 1) return c === 1 ? logits[0]! : -logits[0]!;
  let best = Number.NEGATIVE_INFINITY;
  for (let other = 0; other < logits.length; other++) if (other !== c) best = Math.max(best, logits[other]!);
  return logits[c]! - best;
}
