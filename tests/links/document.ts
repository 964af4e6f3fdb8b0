import { defaultAt, defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { type FieldPath, fieldAt, fieldPaths } from '../../src/experiment/document/fields.ts';
import { meanings } from '../../src/experiment/document/meanings.ts';
import { quantities } from '../../src/experiment/link/challenge.ts';
import { challenges } from '../../src/experiment/link/challenges.ts';

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A field's default as links write it; if it depends on other fields, also their defaults. */
function defaultText(path: FieldPath): string {
  const { kind, default: standard, follows } = fieldAt(path);
  const usual = code(kind.write(defaultAt(defaultExperiment(), path)));
  if (typeof standard !== 'function') return usual;
  const leaders = [follows ?? []].flat().map(code);
  return leaders.length === 0 ? `${usual}; depends` : `${usual}; depends on ${leaders.join(' and ')}`;
}

/** The tables of docs/links.md, by the names of their markers. */
const tables: Readonly<Record<string, () => string>> = {
  fields: () =>
    table(
      ['field', 'values', 'default', 'meaning'],
      fieldPaths.map((path) => [code(path), fieldAt(path).kind.allowed(), defaultText(path), meanings[path]]),
    ),
  challenges: () =>
    table(
      ['link', 'task', 'goals'],
      Object.entries(challenges).map(([id, { task, goals }]) => [
        code(`#challenge=${id}`),
        task,
        goals.map(code).join(', '),
      ]),
    ),
  quantities: () =>
    table(
      ['quantity', 'what it is', 'at an input'],
      Object.entries(quantities).map(([id, { label, at }]) => [code(id), label, at ? 'yes' : 'no']),
    ),
};

/** The document with its tables regenerated from the source. */
export function withTables(document: string): string {
  return document.replace(
    /<!-- (\w+) -->\n[\s\S]*?<!-- end -->/g,
    (_, name: string) => `<!-- ${name} -->\n${tables[name]?.() ?? ''}\n<!-- end -->`,
  );
}

/**
 * The links written out in a text: `#path=value…`, as a reader would copy them; links that a program composes are
 * excluded.
 */
export function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/#((?:[a-zA-Z]+\.)*[a-zA-Z]+=(?!\$\{)[^\s`'"<>()|\\]*)/g)].map(([, link]) =>
    link!.replace(/[.,;:]+$/, '').replaceAll('&amp;', '&'),
  );
}
