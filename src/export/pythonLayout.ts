/** Characters of a line of the script. */
const LINE = 96;

/** Blocks of a script, one after the other: two blank lines around functions, one between anything else; empty ones go. */
export function joinBlocks(blocks: readonly string[]): string {
  const isFunction = (block: string) => /^(def |@|class |if __name__)/m.test(block);
  return blocks
    .filter((block) => block !== '')
    .reduce((text, block, index, kept) => {
      if (index === 0) return block;
      return `${text}${isFunction(block) || isFunction(kept[index - 1]!) ? '\n\n\n' : '\n\n'}${block}`;
    }, '');
}

/** A section of the script: its heading, then its blocks. */
export function section(title: string, blocks: readonly string[]): string {
  return `${`# ---- ${title} `.padEnd(LINE, '-')}\n${joinBlocks(blocks)}`;
}

/** Lines that are there, as one text; null for those that are not. */
export function linesOf(...lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

/** A list of items that are Python already, on one line where it is short, or filled into indented lines. */
export function filledList(items: readonly string[]): string {
  const short = `[${items.join(', ')}]`;
  if (short.length < LINE - 30) return short;
  const lines: string[] = [];
  let line = '   ';
  for (const item of items) {
    if (line.length + item.length + 2 > LINE && line.trim() !== '') {
      lines.push(line);
      line = '   ';
    }
    line += ` ${item},`;
  }
  if (line.trim() !== '') lines.push(line);
  return `[\n${lines.join('\n')}\n]`;
}
