import { t } from '../i18n/index.ts';
import { isNumeral, type NumberFormat, numberFormatOf } from './cellNumber.ts';
import { type CsvRow, parseCsvRows } from './csvRows.ts';
import { singleFault, type TableFaults } from './tableFaults.ts';

/** Length of a column name in UTF-16 code units. */
const MAX_NAME_LENGTH = 60;

/** A column of a table. */
export interface Column {
  /** Unique and not empty; made up where the table has no such name. */
  readonly name: string;
  /** The name as the header has it; null without a header. */
  readonly header: string | null;
  /** [rows], trimmed. */
  readonly cells: readonly string[];
  readonly numberFormat: NumberFormat;
  /** Whether at least half of the non-empty cells are numbers; the others are then faults. */
  readonly isNumeric: boolean;
}

/** A table of text, stored by columns. Rows with nothing in them are not part of it. */
export interface Table {
  readonly columns: readonly Column[];
  /** Row numbers in the file: counted from 1 with header and blank rows; [rows]. */
  readonly rowNumbers: readonly number[];
  /** Row number of the header; null without one. */
  readonly headerRow: number | null;
}

/** What is accepted as a table. */
export interface TableLimits {
  /** Whether the first row is always the header, or only if it has text where other rows have numbers. */
  readonly header: 'required' | 'detected';
  readonly minColumns: number;
  readonly maxRows: number;
  readonly maxInputs: number;
  /** Faults that are reported in full. */
  readonly maxFaults: number;
}

/** A table, or what is wrong with its shape. */
export type TableResult = { readonly table: Table } | { readonly faults: TableFaults };

/** Reads CSV, TSV or semicolon-separated text whose rows all have as many cells as the first. */
export function readTable(text: string, limits: TableLimits): TableResult {
  const { rows, separator, unclosedQuote } = parseCsvRows(text);
  const [first] = rows;
  if (!first) return { faults: singleFault({ kind: 'empty' }) };
  if (unclosedQuote !== null) return { faults: singleFault({ kind: 'unclosedQuote', row: unclosedQuote }) };
  if (rows.every(({ cells }) => cells.length < limits.minColumns))
    return { faults: singleFault({ kind: 'tooFewColumns' }) };
  const uneven = rows.filter(({ cells }) => cells.length !== first.cells.length);
  if (uneven.length > 0) return { faults: unevenRows(uneven, first.cells, limits.maxFaults) };

  const numberFormat = numberFormatOf(separator);
  const isHeaded = limits.header === 'required' || hasHeader(rows, numberFormat);
  const body = isHeaded ? rows.slice(1) : rows;
  if (body.length === 0) return { faults: singleFault({ kind: 'noRows' }) };
  if (body.length > limits.maxRows)
    return { faults: singleFault({ kind: 'tooManyRows', rows: body.length, most: limits.maxRows }) };
  const names = columnNames(isHeaded ? first.cells : first.cells.map(() => ''));
  const columns = names.map((name, column): Column => {
    const cells = body.map((row) => row.cells[column]!);
    const header = isHeaded ? first.cells[column]! : null;
    return { name, header, cells, numberFormat, isNumeric: isMostlyNumeric(cells, numberFormat) };
  });
  return {
    table: {
      columns,
      rowNumbers: body.map(({ number }) => number),
      headerRow: isHeaded ? first.number : null,
    },
  };
}

function unevenRows(rows: readonly CsvRow[], header: readonly string[], maxFaults: number): TableFaults {
  const first = rows.slice(0, maxFaults).map(({ number, cells }) => ({
    kind: 'unevenRow' as const,
    row: number,
    cells: cells.length,
    header,
  }));
  return { first, count: rows.length, rows: 0 };
}

/** Whether the first row has only text, or text above a column of numbers. */
function hasHeader([first, ...others]: readonly CsvRow[], format: NumberFormat): boolean {
  const texts = first!.cells.flatMap((cell, column) =>
    cell !== '' && !isNumeral(cell, format) ? [column] : [],
  );
  if (texts.length === 0) return false;
  if (texts.length === first!.cells.length) return true;
  return texts.some((column) =>
    isMostlyNumeric(
      others.map(({ cells }) => cells[column]!),
      format,
    ),
  );
}

function isMostlyNumeric(cells: readonly string[], format: NumberFormat): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return 2 * filled.filter((cell) => isNumeral(cell, format)).length >= filled.length;
}

/** A name of at most MAX_NAME_LENGTH code units, without the surrogates that cutting may leave alone. */
export function shortenName(text: string): string {
  return text
    .slice(0, MAX_NAME_LENGTH)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** Short, non-empty, unique names; empty header cells become x and y, or "column 3" in wider tables. */
function columnNames(header: readonly string[]): readonly string[] {
  const defaults =
    header.length === 2
      ? ['x', 'y']
      : header.map((_, column) => t('column {number}', { number: column + 1 }));
  return uniqueNames(header.map((cell, column) => shortenName(cell) || defaults[column]!));
}

/** The same names, repeated ones with a number. wanted: not empty, at most MAX_NAME_LENGTH code units. */
export function uniqueNames(wantedNames: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const wanted of wantedNames) {
    let name = wanted;
    for (let copy = 2; names.has(name); copy++)
      name = `${shortenName(wanted.slice(0, MAX_NAME_LENGTH - 6))} (${copy})`;
    names.add(name);
  }
  return [...names];
}
