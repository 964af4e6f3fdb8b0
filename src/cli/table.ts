import { csvParseRows, dsvFormat } from 'd3-dsv';
import { isMeantAsNumber } from '../datasets/csvNumber.ts';
import { CommandFault, grouped, quoted } from './commandFault.ts';

/** Rows that a table may have, header not counted. */
const MOST_ROWS = 1_000_000;
/** Where columns may end, the surest sign first: a semicolon makes room for decimal commas. */
const separators = ['\t', ';', ','] as const;
/** What is looked at to find the separator: lines, and characters for the case of very long ones. */
const SAMPLE_LINES = 20;
const SAMPLE_CHARACTERS = 1_000_000;

type Separator = (typeof separators)[number];

/** Row `number` of the file, counted from 1 with header and blank rows. One cell a column, as it stands in the file. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table of text. Column names are trimmed, different, and not empty. */
export interface Table {
  /** The file's path, as faults name it. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Whether 1,5 is one and a half: so in tables whose columns end at semicolons. */
  readonly decimalComma: boolean;
}

/**
 * The table in the text of a file, its first row naming the columns, which end at commas, semicolons or tabs. Rows with
 * nothing in them are skipped. Throws a CommandFault that names the file and the row if it is not such a table.
 */
export function readTable(text: string, file: string): Table {
  const cleaned = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(cleaned);
  const decimalComma = separator === ';';
  const filled = filledRows(cleaned, separator);
  const [header] = filled;
  if (!header) throw new CommandFault(`${file}: the file is empty; its first row must name the columns`);
  const columns = columnsOf(header, decimalComma, file);
  const rows = filled.slice(1);
  if (rows.length === 0) throw new CommandFault(`${file}: no rows under the names of the columns`);
  if (rows.length > MOST_ROWS)
    throw new CommandFault(
      `${file}: ${grouped(rows.length)} rows; at most ${grouped(MOST_ROWS)} are allowed`,
    );
  checkEnd(cleaned, rows.at(-1)!, file);
  const uneven = rows.find(({ cells }) => cells.length !== columns.length);
  if (uneven) throw new CommandFault(`${file}: ${widthFault(uneven, columns)}`);
  return { file, columns, rows, decimalComma };
}

/** The separator in the header that cuts the most of the lines below into as many cells. Quoted cells hide theirs. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/(^|[\t;,\r\n])(?:"[^"]*")+/g, '$1x')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const width = (line: string, separator: Separator) => line.split(separator).length;
  const agreeing = (separator: Separator) => {
    const [headerWidth, ...widths] = lines.map((line) => width(line, separator));
    return headerWidth === undefined || headerWidth === 1
      ? 0
      : 1 + widths.filter((each) => each === headerWidth).length;
  };
  const most = Math.max(...separators.map(agreeing));
  return most === 0 ? ',' : separators.find((separator) => agreeing(separator) === most)!;
}

function filledRows(text: string, separator: Separator): readonly Row[] {
  const parsed = separator === ',' ? csvParseRows(text) : dsvFormat(separator).parseRows(text);
  return parsed
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function columnsOf(header: Row, decimalComma: boolean, file: string): readonly string[] {
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

/** A quote that opens but never closes would swallow the rest of the file into the last cell. */
function checkEnd(text: string, last: Row, file: string): void {
  const swallowed = /[\r\n]/.test(last.cells.at(-1)!) && !/"[\s,;]*$/.test(text);
  if (swallowed) throw new CommandFault(`${file}: a quote opens in row ${last.number} and never closes`);
}

function widthFault({ number, cells }: Row, columns: readonly string[]): string {
  const count = (size: number, what: string) => `${grouped(size)} ${what}${size === 1 ? '' : 's'}`;
  const [found, named] = [count(cells.length, 'cell'), count(columns.length, 'column')];
  const missing = columns[cells.length];
  const where = missing === undefined ? '' : `; nothing for column ${quoted(missing)}`;
  return `row ${number} has ${found}, but the header names ${named}${where}`;
}
