import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { classAnswers } from './classAnswers.ts';
import type { ImagesPredictive } from './snapshot.ts';

/** p(y | x, D) of every image that is held out. outputs: [S′, images, outputCount], log-odds. */
export async function observeImages(
  problem: Problem,
  outputs: Float64Array,
  yieldToMessages: Yield,
): Promise<ImagesPredictive> {
  const { classes, heldOut } = problem;
  return {
    kind: 'images',
    classes,
    ...(await classAnswers(problem, outputs, heldOut.length, yieldToMessages)),
  };
}
