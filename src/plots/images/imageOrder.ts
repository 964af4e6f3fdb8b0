import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';

/** What the network says of the classes of images, or of other rows. */
type Classified = ClassAnswers & { readonly classes: number };

/** In which order a gallery shows its images. */
export const imageOrders = {
  uncertain: 'Most uncertain first',
  mistakes: 'Mistakes first',
  given: 'As they come',
} as const;

export type ImageOrder = keyof typeof imageOrders;

/** The most probable class of a row and its probability. */
export function predictedClass({ probabilities, classes }: Classified, row: number) {
  let y = 0;
  for (let c = 1; c < classes; c++)
    if (probabilities[row * classes + c]! > probabilities[row * classes + y]!) y = c;
  return { y, probability: probabilities[row * classes + y]! };
}

/** The images, or other rows, in this order. labels: their true classes. Without a prediction, as they come. */
export function orderedImages(
  predictive: Classified | null,
  labels: readonly number[],
  order: ImageOrder,
): readonly number[] {
  const rows = [...labels.keys()];
  if (!predictive || order === 'given' || predictive.totalEntropy.length !== labels.length) return rows;
  const doubt = (row: number) => predictive.totalEntropy[row]!;
  // What the true class was denied; the worst mistakes first.
  const missed = (row: number) => {
    const { y, probability } = predictedClass(predictive, row);
    return y === labels[row] ? -1 : probability;
  };
  const key = order === 'uncertain' ? doubt : missed;
  return rows.toSorted((a, b) => key(b) - key(a) || a - b);
}
