import { mostProbableClass } from '../../experiment/pictures/mostProbableClass.ts';
import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';

/** A confusion matrix. */
export interface Confusion {
  /**
   * Classes with a row and column of their own, ascending; all others share the last row and column, if there are
   * any.
   */
  readonly shown: readonly number[];
  readonly hasOthers: boolean;
  /** [shown and others, shown and others], rows actual, columns predicted. */
  readonly counts: readonly (readonly number[])[];
  readonly right: number;
}

/** Largest number of classes shown individually. */
const MAX_SHOWN = 12;

/** labels: true class of every row of `answers`. If there are too many classes, the most frequent are shown. */
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
    const { y: given } = mostProbableClass({ ...answers, classes }, row);
    if (given === y) right++;
    counts[placeOf.get(y) ?? shown.length]![placeOf.get(given) ?? shown.length]!++;
  });
  return { shown, hasOthers, counts, right };
}
