import { cellNumber } from './csvNumber.ts';

/** Classes that a target may have; whole numbers up to one less are class numbers as they are. */
export const MAX_CLASSES = 100;

/** The classes among labels, and how a label finds its class. */
export interface ClassLabels {
  /** Different labels that occur. */
  readonly found: number;
  /** 0, 1, …, largest where all labels are whole numbers from 0 to 99, else the different labels, sorted. */
  readonly classes: readonly string[];
}

/** The classes of labels, trimmed and not empty. */
export function classLabels(labels: readonly string[], decimalComma: boolean): ClassLabels {
  const different = [...new Set(labels)].sort();
  const numbers = different.map((label) => classNumber(label, decimalComma));
  if (!numbers.every((number) => number !== null)) return { found: different.length, classes: different };
  return {
    found: new Set(numbers).size,
    classes: Array.from({ length: Math.max(...numbers) + 1 }, (_, number) => String(number)),
  };
}

/** The class of a label by its number; undefined for a label that is none of them. 1.0 is class 1. */
export function classFinder(
  classes: readonly string[],
  decimalComma: boolean,
): (label: string) => number | undefined {
  const numberOf = new Map(classes.map((label, number) => [label, number]));
  const numbered = classes.every((label, number) => label === String(number));
  return (label) => {
    const whole = numbered ? classNumber(label, decimalComma) : null;
    return numberOf.get(whole === null ? label : String(whole));
  };
}

/** The class number that a label spells; null if it spells none. */
function classNumber(label: string, decimalComma: boolean): number | null {
  const number = cellNumber(label, decimalComma);
  return Number.isInteger(number) && 0 <= number && number < MAX_CLASSES ? number : null;
}
