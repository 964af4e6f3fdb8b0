import { csvParseRows } from 'd3-dsv';
import { commentLines, isComment } from './comments.ts';
import { hasHeader } from './header.ts';
import { sniffSeparator } from './sniffSeparator.ts';
import { type Separator, splitRows } from './splitRows.ts';

/** A row of the file. */
export interface CsvRow {
  /** Row number in the file, counted from 1 including header and blank rows; a quoted line break starts no row. */
  readonly number: number;
  /** Trimmed. */
  readonly cells: readonly string[];
}

/** The rows of a text that have at least one non-empty cell. */
export interface CsvRows {
  readonly rows: readonly CsvRow[];
  readonly separator: Separator;
  /** Number of the row whose quote is never closed, so that the rest of the text is one cell; null if there is none. */
  readonly unclosedQuote: number | null;
  /** Numbers of the rows that are left out because they are comments. */
  readonly comments: readonly number[];
}

/** A first line by which spreadsheets are told the separator. */
const separatorLine = /^"?sep=(.)"?[ \t]*(?:\r\n?|\n|$)/i;

/**
 * Splits text into rows and cells. The separator is that of a line `sep=;`, else it is found in the text. Rows of another
 * width that begin with # or % are comments; the last one before the table has its names if it is as
 * wide and the first row has none.
 */
export function parseCsvRows(text: string): CsvRows {
  const cleaned = text.replace(/^\uFEFF/, '');
  const told = separatorLine.exec(cleaned);
  const body = told ? cleaned.slice(told[0].length) : cleaned;
  const leading = commentLines(body);
  const table = body.slice(leading.length);
  const before = (told ? 1 : 0) + leading.lines.length;
  const separator = told ? separatorOf(told[1]!) : sniffSeparator(table);
  const split = splitRows(table, separator);
  const filled = split.rows.flatMap((cells, index) =>
    cells.every((cell) => cell === '') ? [] : [{ number: before + index + 1, cells }],
  );
  const width = (filled.find(({ cells }) => !isComment(cells)) ?? filled[0])?.cells.length ?? 0;
  const isRow = ({ cells }: CsvRow): boolean => !isComment(cells) || cells.length === width;
  const names = leading.namesOf(separator, width);
  const isNamed = names !== null && !hasHeader(filled.filter(isRow).map(({ cells }) => cells));
  const first = told ? 2 : 1;
  const comments = leading.lines.flatMap((line, index) => (line.trim() === '' ? [] : [first + index]));
  const header = isNamed ? [{ number: comments.pop()!, cells: names }] : [];
  const inside = filled.filter((row) => !isRow(row));
  return {
    rows: [...header, ...filled.filter(isRow)],
    separator,
    unclosedQuote: split.unclosedQuote === null ? null : before + split.unclosedQuote + 1,
    comments: [...comments, ...inside.map(({ number }) => number)],
  };
}

function separatorOf(character: string): Separator {
  return ([';', ',', '\t', '|', ' '] as const).find((known) => known === character) ?? ',';
}

/** The trimmed names of a comma-separated list; a name that contains a comma is quoted. */
export function parseNames(text: string): readonly string[] {
  return csvParseRows(text)
    .flat()
    .map((name) => name.trim());
}
