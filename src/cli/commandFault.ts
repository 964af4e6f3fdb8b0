/** Characters of a name or a cell that a fault repeats. */
const SHOWN_CHARACTERS = 40;
/** Names that a fault lists; the rest are counted. */
const SHOWN_NAMES = 12;

/** What stops the command: a message for whoever typed it, always one line. The exit status is then 1. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';

  /** Line ends and other control characters, such as a cell of a table may hold, become spaces. */
  constructor(message: string) {
    super(message.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  }
}

/** A name or a cell as faults repeat it: in quotes, and cut if it is long. */
export function quoted(text: string): string {
  return `'${shown(text)}'`;
}

/** The first dozen names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - SHOWN_NAMES;
  return names.slice(0, SHOWN_NAMES).map(shown).join(', ') + (more > 0 ? ` and ${grouped(more)} more` : '');
}

/** 1,000,000 for a million. */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

function shown(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
