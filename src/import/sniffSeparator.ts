import { isAnyNumeral } from './cellNumber.ts';
import { type Separator, splitRows } from './splitRows.ts';

/** Separators in order of preference when they split a sample equally well. */
const separators: readonly Separator[] = ['\t', ';', ',', '|', ' '];
/** Size of the sample; the limit in characters is for very long lines. */
const SAMPLE_LINES = 20;
const SAMPLE_CHARACTERS = 1_000_000;

/** How well a separator splits the sample. */
interface Split {
  readonly separator: Separator;
  /** Lines with the most frequent number of cells, which is more than one. */
  readonly consistent: number;
  /** Share of the cells that are numbers. */
  readonly numeric: number;
}

/**
 * The separator that splits most lines of the beginning into equally many cells; of several, the one with the largest share
 * of numbers.
 */
export function sniffSeparator(text: string): Separator {
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(quotedCell, (_, before: string, cell: string) => `${before}${simplify(cell)}`)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const splits = separators.flatMap((separator): readonly Split[] => {
    const split = splitLines(lines, separator);
    return split ? [split] : [];
  });
  const best = splits.reduce<Split | null>(
    (found, split) => (found && !isBetter(split, found) ? found : split),
    null,
  );
  return best?.separator ?? ',';
}

const quotedCell = /(^|[\t;,| \r\n])((?:"[^"]*")+)/g;

/** A quoted cell without line ends and separators, unless it is a number. */
function simplify(cell: string): string {
  const content = cell.slice(1, -1).trim();
  return `"${isAnyNumeral(content) ? content : 'x'}"`;
}

function isBetter(one: Split, other: Split): boolean {
  if (one.consistent !== other.consistent) return one.consistent > other.consistent;
  return one.numeric > other.numeric;
}

/** null if the separator does not split the lines. */
function splitLines(lines: readonly string[], separator: Separator): Split | null {
  const rows = lines.map((line) => splitRows(line, separator).rows[0]!);
  if (rows.length === 0 || rows[0]!.length === 1) return null;
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, consistent] = [...counts].reduce((most, count) => (count[1] > most[1] ? count : most));
  if (width === 1) return null;
  const cells = rows.flat();
  const numeric = cells.filter(isAnyNumeral).length / cells.length;
  if (separator === ' ' && (numeric === 0 || !isSplitBySpaces(lines, cells))) return null;
  return { separator, consistent, numeric };
}

/** Whether no other separator is left within the cells, and tabs stand beside runs of numbers only. */
function isSplitBySpaces(lines: readonly string[], cells: readonly string[]): boolean {
  if (cells.some((cell) => /[;,|]/.test(cell) && !isAnyNumeral(cell))) return false;
  const tabbed = lines.slice(1).flatMap((line) => (line.includes('\t') ? line.split('\t') : []));
  return tabbed.every((part) => {
    const words = part.trim().split(/ +/);
    return words.length === 1 || (words.every(isAnyNumeral) && !isAnyNumeral(part.trim()));
  });
}
