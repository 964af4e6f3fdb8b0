import { createRandom, permutation, streams } from '../math/random.ts';
import { type DecimalMark, isNumeral, isPlaceholder, type NumberFormat } from './cellNumber.ts';
import { columnNames } from './columnNames.ts';
import { type CsvRow, parseCsvRows } from './csvRows.ts';
import { isDate } from './dates.ts';
import { formatOfText } from './fileFormat.ts';
import { hasHeader } from './header.ts';
import { type Ambiguity, findFormats } from './numberFormats.ts';
import { isRowNames } from './rowNames.ts';
import { alignRows } from './rowWidths.ts';
import type { Separator } from './splitRows.ts';
import { singleFault, type TableFaults } from './tableFaults.ts';

/** A column of a table. */
export interface Column {
  /** Unique and not empty; made up where the table has no such name. */
  readonly name: string;
  /** The name as the header has it; null without a header. */
  readonly header: string | null;
  /** [rows], trimmed. */
  readonly cells: readonly string[];
  readonly numberFormat: NumberFormat;
  /** Where its decimal mark is open. */
  readonly ambiguity: Ambiguity | null;
  /** Whether at least half of the cells that have a value are numbers; the others are then faults. */
  readonly isNumeric: boolean;
  /** What most cells are; empty: no cell has a value. */
  readonly kind: 'number' | 'word' | 'date' | 'empty';
  /** Whether it names or numbers the rows, and is no input unless it is chosen. */
  readonly isRowNames: boolean;
}

/** A table of text, stored by columns. Rows and columns with nothing in them are not part of it. */
export interface Table {
  readonly columns: readonly Column[];
  /** Row numbers in the file: counted from 1 with header and blank rows; [rows]. */
  readonly rowNumbers: readonly number[];
  /** Row number of the header; null without one. */
  readonly headerRow: number | null;
  /** The decimal mark that its columns share; null if none of them shows it. */
  readonly decimalMark: DecimalMark | null;
  /** Rows of the file under the header: more than there are row numbers if they were sampled. */
  readonly rowsInFile: number;
  /** Row numbers of comments. */
  readonly comments: readonly number[];
}

/** What is accepted as a table. */
export interface TableLimits {
  /** Whether the first row is always the header, or only if it has words where other rows have numbers. */
  readonly header: 'required' | 'detected';
  readonly minColumns: number;
  readonly maxRows: number;
  readonly maxInputs: number;
  /** Faults that are reported in full. */
  readonly maxFaults: number;
}

/** What the person decides where the text does not. */
export interface TableOptions {
  /** What the first row is; null: as `limits.header` says. */
  readonly firstRow?: 'names' | 'data' | null;
  /** The decimal mark of columns that leave it open. */
  readonly decimalMark?: DecimalMark | null;
  /** Seed by which `maxRows` rows of a larger table are drawn; null: it is refused. */
  readonly sampleSeed?: number | null;
}

/** A table, or what is wrong with its shape. */
export type TableResult = { readonly table: Table } | { readonly faults: TableFaults };

/** Reads comma-, semicolon-, tab-, bar- or space-separated text whose rows all have as many cells. */
export function readTable(text: string, limits: TableLimits, options: TableOptions = {}): TableResult {
  const format = formatOfText(text);
  if (format) return { faults: singleFault({ kind: 'format', format }) };
  const { rows, separator, unclosedQuote, comments } = parseCsvRows(text);
  if (rows.length === 0) return { faults: singleFault({ kind: 'empty' }) };
  if (unclosedQuote !== null) return { faults: singleFault({ kind: 'unclosedQuote', row: unclosedQuote }) };
  if (rows.every(({ cells }) => cells.length < limits.minColumns))
    return { faults: singleFault({ kind: 'tooFewColumns' }) };
  const aligned = alignRows(rows, limits.maxFaults);
  if ('faults' in aligned) return aligned;

  const [first, ...others] = aligned.rows;
  const isHeaded = isFirstRowHeader(aligned, limits, options);
  const body = isHeaded ? others : aligned.rows;
  if (body.length === 0) return { faults: singleFault({ kind: 'noRows' }) };
  const { maxRows } = limits;
  const seed = options.sampleSeed ?? null;
  if (body.length > maxRows && seed === null)
    return { faults: singleFault({ kind: 'tooManyRows', rows: body.length, most: maxRows }) };
  const chosen = body.length > maxRows ? sampleRows(body, maxRows, seed!) : body;
  const { columns, decimalMark } = columnsOf(
    isHeaded ? first!.cells : null,
    chosen,
    aligned.hasRowNames,
    separator,
    options,
  );
  if (columns.length < limits.minColumns) return { faults: singleFault({ kind: 'tooFewColumns' }) };
  return {
    table: {
      columns,
      decimalMark,
      rowNumbers: chosen.map(({ number }) => number),
      headerRow: isHeaded ? first!.number : null,
      rowsInFile: body.length,
      comments,
    },
  };
}

function isFirstRowHeader(
  { rows, hasRowNames }: { readonly rows: readonly CsvRow[]; readonly hasRowNames: boolean },
  { header }: TableLimits,
  { firstRow = null }: TableOptions,
): boolean {
  if (firstRow !== null) return firstRow === 'names';
  return header === 'required' || hasRowNames || hasHeader(rows.map(({ cells }) => cells));
}

/** `most` rows, drawn by the seed, in the order of the file. */
function sampleRows(rows: readonly CsvRow[], most: number, seed: number): readonly CsvRow[] {
  const chosen = permutation(createRandom(seed, streams.tableRows), rows.length).subarray(0, most).sort();
  return Array.from(chosen, (row) => rows[row]!);
}

/** The columns that have a name or a value. */
function columnsOf(
  header: readonly string[] | null,
  rows: readonly CsvRow[],
  hasRowNames: boolean,
  separator: Separator,
  options: TableOptions,
): Pick<Table, 'columns' | 'decimalMark'> {
  const all = rows[0]!.cells.map((_, column) => rows.map(({ cells }) => cells[column]!));
  const named = all.map((cells, column) => ({ cells, header: header && header[column]! }));
  const filled = named.filter((column) => column.header || column.cells.some((cell) => cell !== ''));
  const kept = filled.length < 2 ? named : filled;
  const names = columnNames(kept.map((column) => column.header ?? ''));
  const { formats, decimalMark } = findFormats(
    kept.map(({ cells }) => cells),
    separator,
    options.decimalMark ?? null,
  );
  const columns = kept.map((column, index): Column => {
    const { format: numberFormat, ambiguity } = formats[index]!;
    const kind = kindOf(column.cells, numberFormat);
    return {
      ...column,
      name: names[index]!,
      numberFormat,
      ambiguity: kind === 'number' ? ambiguity : null,
      isNumeric: kind === 'number' || kind === 'empty',
      kind,
      isRowNames: index === 0 && kept.length > 2 && isRowNames(column.cells, column.header, hasRowNames),
    };
  });
  return { columns, decimalMark };
}

function kindOf(cells: readonly string[], format: NumberFormat): Column['kind'] {
  const values = cells.filter((cell) => !isPlaceholder(cell));
  if (values.length === 0) return cells.every((cell) => cell === '') ? 'empty' : 'word';
  const numbers = values.filter((cell) => isNumeral(cell, format)).length;
  if (2 * numbers >= values.length) return 'number';
  return 2 * values.filter(isDate).length >= values.length ? 'date' : 'word';
}
