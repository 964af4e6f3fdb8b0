import { shorten } from '../import/tableFaults.ts';
import { editDistance } from '../math/editDistance.ts';

/** Maximum edit distance for a "did you mean" suggestion. */
const MAX_DISTANCE = 3;
/** Names that a message lists; the rest are counted. */
const MAX_LISTED = 12;

/** Ends the command with exit status 1 and a one-line message for the user. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';

  constructor(message: string) {
    super(toOneLine(message));
  }
}

/** Replaces control characters and line breaks, which cells of a table may contain, by spaces. */
export function toOneLine(message: string): string {
  return message.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** A name or a cell in quotes, cut if it is long. */
export function quote(text: string): string {
  return `'${shorten(text)}'`;
}

/** A column name as the value of an option: in quotes unless it consists of letters, digits, `_`, `.` and `-`. */
export function optionValue(name: string): string {
  if (/^[\p{L}\p{N}_.-]+$/u.test(name)) return name;
  return /[",]/.test(name) ? `'"${name.replaceAll('"', '""')}"'` : `"${name}"`;
}

/** The name nearest to a misspelt one, whatever its case; null if none is near. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const most = Math.min(MAX_DISTANCE, name.length - 1);
  let nearest: string | null = null;
  let least = most + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), most);
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

/** The first 12 names, and the number of the others. */
export function formatList(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return (
    names.slice(0, MAX_LISTED).map(shorten).join(', ') + (more > 0 ? ` and ${formatCount(more)} more` : '')
  );
}

/** A whole number with thousands separators, such as 1,000,000. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}
