import { t } from '../i18n/index.ts';

/** Length of a column name in UTF-16 code units. */
const MAX_NAME_LENGTH = 60;
/** Length of the longest ` (number)` that is appended to a repeated name. */
const MAX_SUFFIX_LENGTH = 10;

/** A name of at most MAX_NAME_LENGTH code units, without the surrogates that cutting may leave alone. */
export function shortenName(text: string, length = MAX_NAME_LENGTH): string {
  return text
    .slice(0, length)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** Short, non-empty, unique names; empty header cells become x and y, or "column 3" in wider tables. */
export function columnNames(header: readonly string[]): readonly string[] {
  const defaults =
    header.length === 2
      ? ['x', 'y']
      : header.map((_, column) => t('column {number}', { number: column + 1 }));
  return uniqueNames(header.map((cell, column) => shortenName(cell) || defaults[column]!));
}

/**
 * The same names, repeated ones with a number. wanted: not empty, at most MAX_NAME_LENGTH code units. Each name looks up its
 * number where the last equal one stopped, so that the work grows with the number of names. names: collects the result.
 */
export function uniqueNames(wantedNames: readonly string[], names = new Set<string>()): readonly string[] {
  const copies = new Map<string, number>();
  for (const wanted of wantedNames) {
    let name = wanted;
    if (names.has(name)) {
      const base = shortenName(wanted, MAX_NAME_LENGTH - MAX_SUFFIX_LENGTH);
      let copy = copies.get(base) ?? 2;
      do name = `${base} (${copy++})`;
      while (names.has(name));
      copies.set(base, copy);
    }
    names.add(name);
  }
  return [...names];
}
