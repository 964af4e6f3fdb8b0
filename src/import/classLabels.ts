import { type NumberFormat, parseCell } from './cellNumber.ts';

/** Largest number of classes; labels that are whole numbers below it are class numbers. */
export const MAX_CLASSES = 100;

/** The classes among labels. */
export interface ClassLabels {
  /** Number of distinct classes that occur. */
  readonly found: number;
  /** 0, 1, …, largest where all labels are whole numbers from 0 to 99, else the distinct labels, sorted. */
  readonly classes: readonly string[];
}

/** The classes of labels, which are trimmed and not empty. */
export function findClasses(labels: readonly string[], format: NumberFormat): ClassLabels {
  const distinct = [...new Set(labels)].sort();
  const numbers = distinct.map((label) => classNumber(label, format));
  if (!numbers.every((number) => number !== null)) return { found: distinct.length, classes: distinct };
  return {
    found: new Set(numbers).size,
    classes: Array.from({ length: Math.max(...numbers) + 1 }, (_, number) => String(number)),
  };
}

/** Maps a label to the number of its class, undefined for any other label. With numbered classes 1.0 is class 1. */
export function classFinder(
  classes: readonly string[],
  format: NumberFormat,
): (label: string) => number | undefined {
  const numberOf = new Map(classes.map((label, number) => [label, number]));
  const numbered = classes.every((label, number) => label === String(number));
  return (label) => {
    const whole = numbered ? classNumber(label, format) : null;
    return numberOf.get(whole === null ? label : String(whole));
  };
}

/** The class number that a label writes; null if it writes none. */
function classNumber(label: string, format: NumberFormat): number | null {
  const number = parseCell(label, format);
  return Number.isInteger(number) && 0 <= number && number < MAX_CLASSES ? number : null;
}
