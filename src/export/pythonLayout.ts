/** Line length of the script. */
const LINE = 96;

/** Joins blocks with two blank lines around functions and one elsewhere, skipping empty blocks. */
export function joinBlocks(blocks: readonly string[]): string {
  const isFunction = (block: string) => /^(def |@|class |if __name__)/m.test(block);
  return blocks
    .filter((block) => block !== '')
    .reduce((text, block, index, kept) => {
      if (index === 0) return block;
      return `${text}${isFunction(block) || isFunction(kept[index - 1]!) ? '\n\n\n' : '\n\n'}${block}`;
    }, '');
}

/** A section: heading and blocks. */
export function section(title: string, blocks: readonly string[]): string {
  return `${`# ---- ${title} `.padEnd(LINE, '-')}\n${joinBlocks(blocks)}`;
}

/** Joins lines, skipping nulls. */
export function linesOf(...lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

/** A Python list of literals: one line if it is short, otherwise filled into indented lines. */
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
