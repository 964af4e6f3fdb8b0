import { csvParseRows, dsvFormat } from 'd3-dsv';

/** Separators in order of preference when they split a sample equally well. */
const separators = ['\t', ';', ','] as const;
/** Size of the sample in which the separator is looked for; the limit in characters is for very long lines. */
const SAMPLE_LINES = 20;
const SAMPLE_CHARACTERS = 1_000_000;

/** Character between two cells of a row. */
export type Separator = (typeof separators)[number];

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
}

/** Splits text into rows and cells (RFC 4180 quoting, any line ending) after detecting the separator. */
export function parseCsvRows(text: string): CsvRows {
  const cleaned = text.replace(/^\uFEFF/, '');
  const separator = detectSeparator(cleaned);
  const parsed = separator === ',' ? csvParseRows(cleaned) : dsvFormat(separator).parseRows(cleaned);
  let last = '';
  const rows: CsvRow[] = [];
  for (const [index, cells] of parsed.entries()) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.every((cell) => cell === '')) continue;
    rows.push({ number: index + 1, cells: trimmed });
    last = cells.at(-1)!;
  }
  const isUnclosed = /[\r\n]/.test(last) && !/"[\s,;]*$/.test(text);
  return { rows, separator, unclosedQuote: isUnclosed ? rows.at(-1)!.number : null };
}

/** The separator for which most sample lines have as many cells as the first. Quoted cells are blanked out first. */
function detectSeparator(text: string): Separator {
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/(^|[\t;,\r\n])(?:"[^"]*")+/g, '$1x')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const width = (line: string, separator: Separator) => line.split(separator).length;
  const consistentLines = (separator: Separator) => {
    const [headerWidth, ...widths] = lines.map((line) => width(line, separator));
    return headerWidth === undefined || headerWidth === 1
      ? 0
      : 1 + widths.filter((each) => each === headerWidth).length;
  };
  const most = Math.max(...separators.map(consistentLines));
  return most === 0 ? ',' : separators.find((separator) => consistentLines(separator) === most)!;
}

/** The trimmed names of a comma-separated list; a name that contains a comma is quoted. */
export function parseNames(text: string): readonly string[] {
  return csvParseRows(text)
    .flat()
    .map((name) => name.trim());
}
