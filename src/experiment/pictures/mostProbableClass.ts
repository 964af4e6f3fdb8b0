import type { ClassAnswers } from './snapshot.ts';

/** The most probable class of a row and its probability; the first one if several are equally probable. */
export function mostProbableClass(
  { probabilities, classes }: Pick<ClassAnswers, 'probabilities'> & { readonly classes: number },
  row: number,
): { readonly y: number; readonly probability: number } {
  let y = 0;
  for (let c = 1; c < classes; c++)
    if (probabilities[row * classes + c]! > probabilities[row * classes + y]!) y = c;
  return { y, probability: probabilities[row * classes + y]! };
}
