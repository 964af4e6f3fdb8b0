import { csvParseRows, dsvFormat } from 'd3-dsv';
import { cellFault, cellNumber, isMeantAsNumber } from './csvNumber.ts';
import type { Point } from './dataset.ts';

/** Rows that a table may have, header not counted. */
const LARGEST_TABLE = 5000;
/** Faults that are spelt out; the rest are counted. */
const SHOWN_FAULTS = 10;
/** Characters of a column name that a fault repeats. */
const SHOWN_NAME = 40;
/** Where columns may end, the surest sign first: a semicolon makes room for decimal commas. */
const separators = ['\t', ';', ','] as const;
/** Lines that are looked at to find the separator. */
const SAMPLE_LINES = 20;

type Separator = (typeof separators)[number];

/** Row `number` of the file, counted from 1 with header and blank rows. */
interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

type RowReading = { readonly point: Point } | { readonly faults: readonly string[] };

/** A table of points, or everything that is wrong with it, one sentence a fault. */
export type ParsedTable =
  | { readonly points: readonly Point[]; readonly xLabel: string; readonly yLabel: string }
  | { readonly faults: readonly string[] };

/**
 * Points of a table with two columns, x and y. A first row that is not all numbers is a header. Columns are separated
 * by commas, semicolons (decimal commas are then understood) or tabs; rows with nothing in them are skipped.
 */
export function parsePoints(text: string): ParsedTable {
  const cleaned = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(cleaned);
  const rows = filledRows(cleaned, separator);
  const decimalComma = separator === ';';
  const [first] = rows;
  if (!first) return { faults: ['The table is empty; it needs two columns, x and y.'] };
  const hasHeader = first.cells.some((cell) => cell !== '' && !isMeantAsNumber(cell, decimalComma));
  if (hasHeader && first.cells.length !== 2) return { faults: [widthFault(first)] };
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length === 0) return { faults: ['The table has a header but no rows.'] };
  if (body.length > LARGEST_TABLE)
    return {
      faults: [`The table has ${grouped(body.length)} rows; at most ${grouped(LARGEST_TABLE)} are allowed.`],
    };
  const xLabel = (hasHeader && first.cells[0]) || 'x';
  const yLabel = (hasHeader && first.cells[1]) || 'y';
  const readings = body.map((row) => readRow(row, [xLabel, yLabel], decimalComma));
  const faults = readings.flatMap((reading) => ('faults' in reading ? reading.faults : []));
  if (faults.length > 0) return { faults: summarized(faults) };
  return {
    points: readings.flatMap((reading) => ('point' in reading ? [reading.point] : [])),
    xLabel,
    yLabel,
  };
}

/** The points as a table that parsePoints reads back exactly. */
export function formatPoints(points: readonly Point[]): string {
  const spelt = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
  return ['x,y', ...points.map(({ x, y }) => [...x, y].map(spelt).join(',')), ''].join('\n');
}

/** The separator that cuts the most of the first lines in two. */
function separatorOf(text: string): Separator {
  const sample = text
    .trimStart()
    .split(/\r\n?|\n/, SAMPLE_LINES)
    .join('\n');
  const pairs = (separator: Separator) =>
    parseCells(sample, separator).filter((cells) => cells.length === 2).length;
  const mostPairs = Math.max(...separators.map(pairs));
  if (mostPairs > 0) return separators.find((separator) => pairs(separator) === mostPairs)!;
  return separators.find((separator) => sample.includes(separator)) ?? ',';
}

function parseCells(text: string, separator: Separator): string[][] {
  return separator === ',' ? csvParseRows(text) : dsvFormat(separator).parseRows(text);
}

function filledRows(text: string, separator: Separator): readonly Row[] {
  return parseCells(text, separator)
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function readRow(row: Row, labels: readonly [string, string], decimalComma: boolean): RowReading {
  const [x, y, ...rest] = row.cells;
  if (x === undefined || y === undefined || rest.length > 0) return { faults: [widthFault(row)] };
  const faults = [x, y].flatMap((cell, column) => {
    const fault = cellFault(cell, decimalComma);
    return fault ? [`Row ${row.number}, column '${labels[column]!.slice(0, SHOWN_NAME)}': ${fault}.`] : [];
  });
  if (faults.length > 0) return { faults };
  return { point: { x: [cellNumber(x, decimalComma)], y: cellNumber(y, decimalComma) } };
}

function widthFault({ number, cells }: Row): string {
  const width = cells.length === 1 ? '1 column' : `${cells.length} columns`;
  return `Row ${number} has ${width}; the table needs two, x and y.`;
}

function summarized(faults: readonly string[]): readonly string[] {
  const more = faults.length - SHOWN_FAULTS;
  return more > 0 ? [...faults.slice(0, SHOWN_FAULTS), `And ${grouped(more)} more.`] : faults;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
