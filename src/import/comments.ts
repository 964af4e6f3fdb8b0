import { type Separator, splitRows } from './splitRows.ts';

/** The lines before a table that begin with # or %, and blank ones among them. */
export interface CommentLines {
  /** Characters that they take, with their line ends. */
  readonly length: number;
  readonly lines: readonly string[];
  /** The cells of the last comment if there are `width` of them, as np.savetxt writes names; else null. */
  readonly namesOf: (separator: Separator, width: number) => readonly string[] | null;
}

const none: CommentLines = { length: 0, lines: [], namesOf: () => null };
const line = /([^\r\n]*)(?:\r\n?|\n|$)/y;

/** A mark that is a whole cell is the name of a column: `#,name`. */
const commentLine = /^[ \t]*[#%](?![,;|\t]|$)/;

/** The comments at the beginning; none if the text has nothing else. */
export function commentLines(text: string): CommentLines {
  const lines: string[] = [];
  let length = 0;
  let lastComment: string | null = null;
  line.lastIndex = 0;
  while (line.lastIndex < text.length) {
    const found = line.exec(text)!;
    const content = found[1]!;
    if (content.trim() !== '' && !(commentLine.test(content) && hasClosedQuotes(content))) break;
    if (content.trim() !== '') lastComment = content;
    lines.push(content);
    length += found[0].length;
  }
  if (lastComment === null || length >= text.length) return none;
  const last = lastComment;
  return {
    length,
    lines,
    namesOf: (separator, width) => {
      const stripped = last.trim().replace(/^[#%]+[ \t]+/, '');
      const cells = splitRows(stripped, separator).rows[0] ?? [];
      return width > 1 && cells.length === width && cells.every((cell) => cell !== '') ? cells : null;
    },
  };
}

function hasClosedQuotes(content: string): boolean {
  return (content.split('"').length - 1) % 2 === 0;
}

/** Whether a row begins like a comment. */
export function isComment([first = '']: readonly string[]): boolean {
  return /^[#%]/.test(first);
}
