import { classAnswers } from './classAnswers.ts';
import type { Problem } from './problem.ts';
import type { ImagesPredictive } from './snapshot.ts';

/** p(y | x, D) of every image that is held out. outputs: [S′, images, outputCount], log-odds. */
export function observeImages(problem: Problem, outputs: Float64Array): ImagesPredictive {
  const { classes, heldOut } = problem;
  return { kind: 'images', classes, ...classAnswers(problem, outputs, heldOut.length) };
}
