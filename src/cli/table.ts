import { isMeantAsNumber } from '../import/csvNumber.ts';
import { type CsvRow, csvRows, quoteStaysOpen } from '../import/csvRows.ts';
import { CommandFault, grouped, quoted } from './commandFault.ts';

/** Rows that a table may have, header not counted. */
const MAX_ROWS = 1_000_000;

/** A table of text. Column names are trimmed, different, and not empty. */
export interface Table {
  /** The file's path, as faults name it. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Whether 1,5 is one and a half: so in tables whose columns end at semicolons. */
  readonly decimalComma: boolean;
}

/**
 * The table in the text of a file, its first row naming the columns, which end at commas, semicolons or tabs. Rows with
 * nothing in them are skipped. Throws a CommandFault that names the file and the row if it is not such a table.
 */
export function readTable(text: string, file: string): Table {
  const { rows: filled, decimalComma } = csvRows(text);
  const [header] = filled;
  if (!header) throw new CommandFault(`${file}: the file is empty; its first row must name the columns`);
  const columns = columnsOf(header, decimalComma, file);
  const rows = filled.slice(1);
  if (rows.length === 0) throw new CommandFault(`${file}: no rows under the names of the columns`);
  if (rows.length > MAX_ROWS)
    throw new CommandFault(`${file}: ${grouped(rows.length)} rows; at most ${grouped(MAX_ROWS)} are allowed`);
  const last = rows.at(-1)!;
  if (quoteStaysOpen(text, last))
    throw new CommandFault(`${file}: a quote opens in row ${last.number} and never closes`);
  const uneven = rows.find(({ cells }) => cells.length !== columns.length);
  if (uneven) throw new CommandFault(`${file}: ${widthFault(uneven, columns)}`);
  return { file, columns, rows, decimalComma };
}

function columnsOf(header: CsvRow, decimalComma: boolean, file: string): readonly string[] {
  const columns = header.cells.map((cell) => cell.trim());
  if (columns.every((name) => isMeantAsNumber(name, decimalComma)))
    throw new CommandFault(
      `${file}: row ${header.number} is all numbers; the first row must name the columns`,
    );
  const unnamed = columns.indexOf('');
  if (unnamed >= 0)
    throw new CommandFault(
      `${file}: column ${unnamed + 1} has no name in row ${header.number}; the first row must name the columns`,
    );
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name))
      throw new CommandFault(`${file}: row ${header.number} names two columns ${quoted(name)}`);
    seen.add(name);
  }
  return columns;
}

function widthFault({ number, cells }: CsvRow, columns: readonly string[]): string {
  const count = (size: number, what: string) => `${grouped(size)} ${what}${size === 1 ? '' : 's'}`;
  const [found, named] = [count(cells.length, 'cell'), count(columns.length, 'column')];
  const missing = columns[cells.length];
  const where = missing === undefined ? '' : `; nothing for column ${quoted(missing)}`;
  return `row ${number} has ${found}, but the header names ${named}${where}`;
}
