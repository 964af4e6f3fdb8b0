import { csvFormatRows } from 'd3-dsv';
import type { Point } from '../model/datasets/index.ts';

/** A cell to be written. */
export type CsvCell = string | number;

/**
 * Rows as CSV. Text that a spreadsheet would evaluate as a formula is prefixed with an apostrophe. Numbers keep all their
 * digits; a number that is not finite becomes an empty cell.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  const cell = (value: CsvCell): string => {
    if (typeof value === 'number') return Number.isFinite(value) ? numeral(value) : '';
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  };
  return `${csvFormatRows(rows.map((row) => row.map(cell)))}\n`;
}

/**
 * Points as CSV that the import reads back exactly. columns: names of the inputs and the target; x, x1, x2, …, y unless
 * there are as many names as columns. classNames: by class number; numbers are written for classes without a name.
 */
export function pointsCsv(
  points: readonly Point[],
  columns: readonly string[] = [],
  classNames: readonly string[] = [],
): string {
  const inputs = points[0]?.x.length ?? 1;
  const plain = inputs === 1 ? ['x', 'y'] : [...Array.from({ length: inputs }, (_, i) => `x${i + 1}`), 'y'];
  const header = columns.length === inputs + 1 ? columns : plain;
  const rows = points.map(({ x, y }) => [...x.map(numeral), classNames[y] ?? numeral(y)]);
  return `${csvFormatRows([[...header], ...rows])}\n`;
}

function numeral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
