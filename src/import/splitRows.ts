/** Character between two cells; a space stands for any run of spaces and tabs. */
export type Separator = '\t' | ';' | ',' | '|' | ' ';

/** The rows of a text, blank ones included, and the index of the row whose quote is never closed. */
export interface SplitText {
  /** [rows][cells], trimmed. */
  readonly rows: readonly (readonly string[])[];
  /** null if every quote is closed, or if the text ends in the line of the last one. */
  readonly unclosedQuote: number | null;
}

/**
 * Splits a text into rows and cells in one pass: quotes as in RFC 4180, with spaces allowed around a quoted cell; any line
 * ending.
 */
export function splitRows(text: string, separator: Separator): SplitText {
  const rows: string[][] = [];
  let unclosedQuote: number | null = null;
  let at = 0;
  const isBlank = (code: number): boolean => code === 32 || (code === 9 && separator !== '\t');
  const isEnd = (code: number): boolean => code === 10 || code === 13;
  const mark = separator.charCodeAt(0);
  const isSeparator = separator === ' ' ? isBlank : (code: number): boolean => code === mark;
  const skipBlanks = (): void => {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  };
  const takeBare = (): string => {
    const from = at;
    while (at < text.length && !isSeparator(text.charCodeAt(at)) && !isEnd(text.charCodeAt(at))) at++;
    return text.slice(from, at);
  };
  const takeQuoted = (): string => {
    let content = '';
    for (at++; ; ) {
      const quote = text.indexOf('"', at);
      const to = quote < 0 ? text.length : quote;
      content += text.slice(at, to);
      at = to + 1;
      if (quote < 0) {
        at = text.length;
        if (/[\r\n]/.test(content)) unclosedQuote = rows.length;
        return content;
      }
      if (text[at] !== '"') return content;
      content += '"';
      at++;
    }
  };
  while (at < text.length) {
    const cells: string[] = [];
    if (separator === ' ') skipBlanks();
    for (;;) {
      skipBlanks();
      const cell = text[at] === '"' ? takeQuoted() + takeBare() : takeBare();
      cells.push(cell.trim());
      if (separator === ' ') skipBlanks();
      else if (isSeparator(text.charCodeAt(at))) {
        at++;
        continue;
      }
      if (at >= text.length || isEnd(text.charCodeAt(at))) break;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    rows.push(cells);
  }
  return { rows, unclosedQuote };
}
