import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';
import { predictedClass } from '../images/imageOrder.ts';

/** How often rows of each class are taken for each class. */
export interface Confusion {
  /** Classes that have a row and a column of their own, in their order; the others share the last, where there are any. */
  readonly shown: readonly number[];
  readonly hasOthers: boolean;
  /** [shown and others, shown and others], actual class down, predicted class across. */
  readonly counts: readonly (readonly number[])[];
  readonly right: number;
}

/** Classes that a table has room for. */
const MAX_SHOWN = 12;

/** labels: the true class of every row that is answered. Of many classes the most frequent are shown. */
export function confusionOf(answers: ClassAnswers, labels: readonly number[], classes: number): Confusion {
  const frequency = new Array<number>(classes).fill(0);
  for (const y of labels) frequency[y]!++;
  const byFrequency = [...frequency.keys()].toSorted((a, b) => frequency[b]! - frequency[a]! || a - b);
  const shown = byFrequency.slice(0, MAX_SHOWN).sort((a, b) => a - b);
  const placeOf = new Map(shown.map((y, place) => [y, place]));
  const hasOthers = shown.length < classes;
  const size = shown.length + (hasOthers ? 1 : 0);
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let right = 0;
  labels.forEach((y, row) => {
    const { y: given } = predictedClass({ ...answers, classes }, row);
    if (given === y) right++;
    counts[placeOf.get(y) ?? shown.length]![placeOf.get(given) ?? shown.length]!++;
  });
  return { shown, hasOthers, counts, right };
}
