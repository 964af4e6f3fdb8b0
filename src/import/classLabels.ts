import { type NumberFormat, parseCell } from './cellNumber.ts';

/** Largest number of classes. */
export const MAX_CLASSES = 100;

/** Words with at most so many classes are classes however few rows there are. */
const MAX_CLASSES_OF_FEW_ROWS = 3;

/**
 * The distinct classes of labels, which are trimmed and not empty, by their own names: in the order of their numbers where all
 * are numbers, else sorted. Labels of the same number are one class: 1 and 1.0.
 */
export function findClasses(labels: readonly string[], format: NumberFormat): readonly string[] {
  const distinct = [...new Set(labels)].sort();
  const values = distinct.map((label) => parseCell(label, format));
  if (values.some(Number.isNaN)) return distinct;
  const names = new Map<number, string>();
  distinct.forEach((label, at) => {
    const value = values[at]! + 0;
    const name = nameOf(label, value);
    const known = names.get(value);
    if (known === undefined || name.length < known.length) names.set(value, name);
  });
  return [...names].sort(([a], [b]) => a - b).map(([, name]) => name);
}

/** A label as it is written, but a whole number without decimals: 1 for 1.0. */
function nameOf(label: string, value: number): string {
  return /^\d+$/.test(label) || !Number.isInteger(value) ? label : String(value);
}

/** Maps a label to the number of its class, undefined for any other label. Where all classes are numbers 1.0 is class 1. */
export function classFinder(
  classes: readonly string[],
  format: NumberFormat,
): (label: string) => number | undefined {
  const numberOf = new Map(classes.map((label, number) => [label, number]));
  const values = classes.map((label) => parseCell(label, format));
  const ofValue = values.some(Number.isNaN) ? null : new Map(values.map((value, number) => [value, number]));
  return (label) => numberOf.get(label) ?? ofValue?.get(parseCell(label, format));
}

/** Whether so many rows share their classes too little to be predicted: most classes would have one row. */
export function areUnlikelyClasses(classes: number, rows: number): boolean {
  return classes > MAX_CLASSES_OF_FEW_ROWS && 2 * classes > rows;
}
