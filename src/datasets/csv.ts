import { csvParseRows, dsvFormat } from 'd3-dsv';
import type { Point } from './dataset.ts';

/** Rows that a table may have, header not counted. */
const LARGEST_TABLE = 5000;
/** Size that a number may have. */
const LARGEST_NUMBER = 1e9;
/** Faults that are spelt out; the rest are counted. */
const SHOWN_FAULTS = 10;

/** A table of points, or everything that is wrong with it, one sentence a fault. */
export type ParsedTable =
  | { readonly points: readonly Point[]; readonly xLabel: string; readonly yLabel: string }
  | { readonly faults: readonly string[] };

/**
 * Points of a table with two columns, x and y. A first row that is not all numbers is a header. Columns are separated by
 * commas, semicolons (decimal commas are then understood) or tabs. Rows are numbered as in the text, from 1.
 */
export function parsePoints(text: string): ParsedTable {
  const separator = separatorOf(text);
  const rows = separator === ',' ? csvParseRows(clean(text)) : dsvFormat(separator).parseRows(clean(text));
  const numbered = rows
    .map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), row: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const first = numbered[0];
  if (!first) return { faults: ['The table is empty; it needs two columns, x and y.'] };
  const toNumber = (cell: string) => readNumber(cell, separator === ';');
  const hasHeader = first.cells.some(
    (cell) => cell !== '' && !Number.isFinite(toNumber(cell)) && !isNumeral(cell),
  );
  const labels = hasHeader ? first.cells : ['x', 'y'];
  if (hasHeader && labels.length !== 2)
    return {
      faults: [`Row ${first.row} has ${count(labels.length, 'column')}; the table needs two, x and y.`],
    };
  const body = hasHeader ? numbered.slice(1) : numbered;
  if (body.length === 0) return { faults: ['The table has a header but no rows.'] };
  if (body.length > LARGEST_TABLE)
    return { faults: [`The table has ${body.length} rows; at most ${LARGEST_TABLE} are allowed.`] };
  const faults: string[] = [];
  const points: Point[] = [];
  for (const { cells, row } of body) {
    if (cells.length !== 2) {
      faults.push(`Row ${row} has ${count(cells.length, 'column')}; the table needs two, x and y.`);
      continue;
    }
    const values = cells.map((cell, column) => {
      const value = toNumber(cell);
      const fault = faultOf(cell, value);
      if (fault) faults.push(`Row ${row}, column '${labels[column]}': ${fault}.`);
      return value;
    });
    points.push({ x: [values[0]!], y: values[1]! });
  }
  if (faults.length > 0) return { faults: summarized(faults) };
  return { points, xLabel: labels[0] || 'x', yLabel: labels[1] || 'y' };
}

/** The points as a table that parsePoints reads back exactly. */
export function formatPoints(points: readonly Point[]): string {
  return ['x,y', ...points.map(({ x, y }) => `${x[0]},${y}`), ''].join('\n');
}

function clean(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The separator of the first line that has one. */
function separatorOf(text: string): string {
  const line = clean(text)
    .split('\n')
    .find((candidate) => candidate.trim() !== '');
  return ['\t', ';'].find((separator) => line?.includes(separator)) ?? ',';
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function isNumeral(cell: string): boolean {
  return /^[+-]?(inf(inity)?|nan|na)$/i.test(cell);
}

function readNumber(cell: string, decimalComma: boolean): number {
  const text = decimalComma ? cell.replace(',', '.') : cell;
  return numeral.test(text) ? Number(text) : Number.NaN;
}

function faultOf(cell: string, value: number): string | null {
  if (cell === '') return 'the value is missing';
  if (Number.isNaN(value)) return `'${cell.slice(0, 40)}' is not a number`;
  return Math.abs(value) <= LARGEST_NUMBER ? null : `${cell.slice(0, 40)} is larger than ${LARGEST_NUMBER}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function summarized(faults: readonly string[]): readonly string[] {
  const more = faults.length - SHOWN_FAULTS;
  return more > 0 ? [...faults.slice(0, SHOWN_FAULTS), `And ${more} more.`] : faults;
}
