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

/** Maximum number of images on the screen. */
const SHOWN_IMAGES = 60;
/** An image that the page has chosen stays chosen while it is among so many first ones. */
const FIRST_IMAGES = 12;

/** The first rows of an order, of which `kept` is one: it replaces the last where it is further behind. */
export function shownRows(ordered: readonly number[], kept: number | null): readonly number[] {
  const first = ordered.slice(0, SHOWN_IMAGES);
  if (kept === null || first.includes(kept) || !ordered.includes(kept)) return first;
  return [...first.slice(0, -1), kept];
}

/** The row that is looked at until one is chosen: `before`, or the first one once that has fallen behind; null without rows. */
export function rowToShow(ordered: readonly number[], before: number | null): number | null {
  if (before !== null && ordered.slice(0, FIRST_IMAGES).includes(before)) return before;
  return ordered[0] ?? null;
}

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
