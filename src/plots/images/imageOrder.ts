import { mostProbableClass } from '../../experiment/pictures/mostProbableClass.ts';
import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';

/** Class probabilities of images or other rows. */
type Classified = ClassAnswers & { readonly classes: number };

/** Sort orders of a gallery. */
export const imageOrders = {
  uncertain: 'Most uncertain first',
  mistakes: 'Mistakes first',
  given: 'As they come',
} as const;

export type ImageOrder = keyof typeof imageOrders;

/** Row indices in the given order; unchanged without a prediction. labels: true classes. */
export function orderedImages(
  predictive: Classified | null,
  labels: readonly number[],
  order: ImageOrder,
): readonly number[] {
  const rows = [...labels.keys()];
  if (!predictive || order === 'given' || predictive.totalEntropy.length !== labels.length) return rows;
  const entropy = (row: number) => predictive.totalEntropy[row]!;
  // Misclassified rows first, in order of the probability of the wrong class.
  const error = (row: number) => {
    const { y, probability } = mostProbableClass(predictive, row);
    return y === labels[row] ? -1 : probability;
  };
  const key = order === 'uncertain' ? entropy : error;
  return rows.toSorted((a, b) => key(b) - key(a) || a - b);
}
