import type { Separator } from './csvRows.ts';

/** Largest absolute value of a number in a table. */
export const MAX_NUMBER = 1e9;

/** How the cells of a column write numbers. */
export interface NumberFormat {
  readonly decimalMark: '.' | ',';
}

/** Why a cell cannot be used as a number. */
export type CellProblem = 'missing' | 'notNumber' | 'notFinite' | 'tooLarge';

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const notFinite = /^[+-]?(inf|infinity|nan)$/i;

/** Spreadsheets separate cells by semicolons in locales whose decimal mark is the comma. */
export function numberFormatOf(separator: Separator): NumberFormat {
  return { decimalMark: separator === ';' ? ',' : '.' };
}

/** The value of a trimmed decimal numeral; NaN for anything else. U+2212 is accepted as a minus sign. */
export function parseCell(cell: string, { decimalMark }: NumberFormat): number {
  const text = (decimalMark === ',' ? cell.replace(',', '.') : cell).replace(/\u2212/g, '-');
  return numeral.test(text) ? Number(text) : Number.NaN;
}

/** Whether a trimmed cell writes a number, including those that cellProblem rejects: too large, infinite, NaN. */
export function isNumeral(cell: string, format: NumberFormat): boolean {
  return notFinite.test(cell) || !Number.isNaN(parseCell(cell, format));
}

/** Why a trimmed cell is no finite number within ±MAX_NUMBER; null if it is one. */
export function cellProblem(cell: string, format: NumberFormat): CellProblem | null {
  if (cell === '') return 'missing';
  if (notFinite.test(cell)) return 'notFinite';
  const value = parseCell(cell, format);
  if (Number.isNaN(value)) return 'notNumber';
  return Math.abs(value) <= MAX_NUMBER ? null : 'tooLarge';
}
