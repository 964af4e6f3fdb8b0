import { csvParseRows, dsvFormat } from 'd3-dsv';

/** Where columns may end, the surest sign first: a semicolon makes room for decimal commas. */
const separators = ['\t', ';', ','] as const;
/** What is looked at to find the separator: lines, and characters for the case of very long ones. */
const SAMPLE_LINES = 20;
const SAMPLE_CHARACTERS = 1_000_000;

type Separator = (typeof separators)[number];

/** Row `number` of the file, counted from 1 with header and blank rows. One cell a column, as it stands in the file. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a text that have something in them. */
export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Whether 1,5 is one and a half: so where columns end at semicolons. */
  readonly decimalComma: boolean;
}

/** Cuts text into rows and cells, which end at commas, semicolons or tabs; rows with nothing in them are skipped. */
export function csvRows(text: string): CsvRows {
  const cleaned = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(cleaned);
  const parsed = separator === ',' ? csvParseRows(cleaned) : dsvFormat(separator).parseRows(cleaned);
  return {
    rows: parsed
      .map((cells, index) => ({ number: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    decimalComma: separator === ';',
  };
}

/** A quote that opens but never closes would swallow the rest of the text into the last cell. */
export function quoteStaysOpen(text: string, last: CsvRow): boolean {
  return /[\r\n]/.test(last.cells.at(-1)!) && !/"[\s,;]*$/.test(text);
}

/** The separator in the first line that cuts the most of those below into as many cells. Quoted cells hide theirs. */
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
