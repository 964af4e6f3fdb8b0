import { shorten } from '../import/tableFaults.ts';

/** Names that a message lists; the rest are counted. */
const MAX_LISTED = 12;

/** Ends the command with exit status 1 and a one-line message for the user. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';

  /** Replaces control characters and line breaks, which cells of a table may contain, by spaces. */
  constructor(message: string) {
    super(message.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  }
}

/** A name or a cell in quotes, cut if it is long. */
export function quote(text: string): string {
  return `'${shorten(text)}'`;
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
