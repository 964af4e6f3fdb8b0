import { isAnyNumeral, isPlaceholder } from './cellNumber.ts';
import { isDate } from './dates.ts';
import { countsRows } from './rowNames.ts';

/**
 * Whether the first row has names: only words, words above a column of numbers or dates, or nothing above a column that
 * numbers the rows. What stands for a missing value is no name.
 */
export function hasHeader([first, ...others]: readonly (readonly string[])[]): boolean {
  const words = first!.flatMap((cell, column) => (isWord(cell) ? [column] : []));
  if (words.length === 0) {
    const index = others.map((cells) => cells[0]!);
    return others.length > 1 && first![0] === '' && countsRows(index, [0, 1]);
  }
  // A column of row names often has no name.
  if (words.length === first!.filter((cell) => cell !== '').length && words.length > first!.length / 2)
    return true;
  return words.some((column) => isMostly(others, column, (cell) => isAnyNumeral(cell) || isDate(cell)));
}

function isWord(cell: string): boolean {
  return !isPlaceholder(cell) && !isAnyNumeral(cell) && !isDate(cell);
}

function isMostly(
  rows: readonly (readonly string[])[],
  column: number,
  test: (cell: string) => boolean,
): boolean {
  const filled = rows.map((cells) => cells[column]!).filter((cell) => !isPlaceholder(cell));
  return 2 * filled.filter(test).length >= filled.length;
}
