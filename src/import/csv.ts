import { csvFormatRows } from 'd3-dsv';
import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import type { Point } from '../model/datasets/dataset.ts';
import { cellNumber, isMeantAsNumber } from './csvNumber.ts';
import { type CsvRow, csvRows, quoteStaysOpen } from './csvRows.ts';

/** Rows that a table may have, header not counted. */
const MAX_TABLE = 5000;
/** Characters that the name of a column keeps. */
const MAX_NAME_LENGTH = 60;

/** A column of a table. */
export interface CsvColumn {
  /** Not empty, and unlike every other. */
  readonly name: string;
  /** Whether most of its cells are numbers; the others are then faults. Without any filled cell: true. */
  readonly isNumeric: boolean;
  /** Cells with nothing in them. */
  readonly missing: number;
  /** How many different cells it has. */
  readonly different: number;
}

/** A table of text, every row as wide as the first; cells are trimmed. */
export interface CsvTable {
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly CsvRow[];
  /** Whether its first row names the columns. */
  readonly isHeaded: boolean;
  readonly decimalComma: boolean;
}

/** A table, or everything that is wrong with its shape, one sentence a fault. */
export type ParsedTable = { readonly table: CsvTable } | { readonly faults: readonly string[] };

/** Faults of which the first ten are spelt out and the rest counted. */
export function listedFaults(faults: readonly string[]): readonly string[] {
  const more = faults.length - 10;
  return more > 0 ? [...faults.slice(0, 10), t('And {count} more.', { count: formatWhole(more) })] : faults;
}

/**
 * The table in a text, columns separated by commas, semicolons (decimal commas are then understood) or tabs. Its first row
 * is a header if it has words where other rows have numbers; rows with nothing in them are skipped.
 */
export function parseTable(text: string): ParsedTable {
  const { rows: untrimmed, decimalComma } = csvRows(text);
  const rows = untrimmed.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.trim()) }));
  const fault = shapeFault(text, untrimmed);
  if (fault !== null) return { faults: [fault] };
  const width = rows[0]!.cells.length;
  const uneven = rows.filter(({ cells }) => cells.length !== width);
  if (uneven.length > 0)
    return {
      faults: listedFaults(
        uneven.map(({ number, cells }) =>
          t('Row {row} has {columns, plural, one {# column} other {# columns}}; the first has {width}.', {
            row: number,
            columns: cells.length,
            width,
          }),
        ),
      ),
    };
  const isHeaded = hasHeader(rows, decimalComma);
  const body = isHeaded ? rows.slice(1) : rows;
  if (body.length === 0) return { faults: [t('The table has a header but no rows.')] };
  if (body.length > MAX_TABLE)
    return {
      faults: [
        t('The table has {rows} rows; at most {most} are allowed.', {
          rows: formatWhole(body.length),
          most: formatWhole(MAX_TABLE),
        }),
      ],
    };
  const names = columnNames(isHeaded ? rows[0]!.cells : new Array<string>(width).fill(''));
  const columns = names.map((name, column): CsvColumn => {
    const cells = body.map((row) => row.cells[column]!);
    const missing = cells.filter((cell) => cell === '').length;
    const isNumeric = mostlyNumbers(cells, decimalComma);
    return { name, isNumeric, missing, different: new Set(cells).size };
  });
  return { table: { columns, rows: body, isHeaded, decimalComma } };
}

/** What makes it no table at all; null if nothing does. */
function shapeFault(text: string, rows: readonly CsvRow[]): string | null {
  const last = rows.at(-1);
  if (!last) return t('The table is empty; it needs two columns or more: inputs, and what to predict.');
  if (quoteStaysOpen(text, last))
    return t('A quote opens in row {row} and never closes.', { row: last.number });
  if (rows.every(({ cells }) => cells.length === 1))
    return t('The table has 1 column; it needs two or more: inputs, and what to predict.');
  return null;
}

/** A cell of a table that is written. */
export type CsvCell = string | number;

/**
 * Rows as CSV. Text that a spreadsheet would run as a formula is quoted with an apostrophe; numbers keep all their digits,
 * and one that is not finite is an empty cell.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const cell = (value: CsvCell): string => {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return '';
      return Object.is(value, -0) ? '-0' : String(value);
    }
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  };
  return `${csvFormatRows(rows.map((row) => row.map(cell)))}\n`;
}

/** Points as a table that is read back exactly. columns and classNames: as the experiment has them, or empty. */
export function formatPoints(
  points: readonly Point[],
  columns: readonly string[] = [],
  classNames: readonly string[] = [],
): string {
  const spelt = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
  const inputs = points[0]?.x.length ?? 1;
  const plain = inputs === 1 ? ['x', 'y'] : [...Array.from({ length: inputs }, (_, i) => `x${i + 1}`), 'y'];
  const header = columns.length === inputs + 1 ? columns : plain;
  const rows = points.map(({ x, y }) => [...x.map(spelt), classNames[y] ?? spelt(y)]);
  return `${csvFormatRows([[...header], ...rows])}\n`;
}

/** Whether the first row has words where the others have numbers, or nobody has numbers at all. */
function hasHeader(rows: readonly CsvRow[], decimalComma: boolean): boolean {
  const [first, ...others] = rows;
  const isWord = (cell: string) => cell !== '' && !isMeantAsNumber(cell, decimalComma);
  const words = first!.cells.flatMap((cell, column) => (isWord(cell) ? [column] : []));
  if (words.length === 0) return false;
  if (words.length === first!.cells.length) return true;
  return words.some((column) =>
    mostlyNumbers(
      others.map(({ cells }) => cells[column]!),
      decimalComma,
    ),
  );
}

function mostlyNumbers(cells: readonly string[], decimalComma: boolean): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const numbers = filled.filter(
    (cell) => isMeantAsNumber(cell, decimalComma) || !Number.isNaN(cellNumber(cell, decimalComma)),
  );
  return 2 * numbers.length >= filled.length;
}

/** A name without the halves of characters that cutting leaves. */
export function shortName(text: string): string {
  return text
    .slice(0, MAX_NAME_LENGTH)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** Names that are short, not empty and different, whatever the header says. */
function columnNames(header: readonly string[]): readonly string[] {
  const plain =
    header.length === 2
      ? ['x', 'y']
      : header.map((_, column) => t('column {number}', { number: column + 1 }));
  const names: string[] = [];
  for (const [column, cell] of header.entries()) {
    const wanted = shortName(cell) || plain[column]!;
    let name = wanted;
    for (let twin = 2; names.includes(name); twin++)
      name = `${wanted.slice(0, MAX_NAME_LENGTH - 5)} (${twin})`;
    names.push(name);
  }
  return names;
}
