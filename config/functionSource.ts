import { createHighlighterCore, type ThemeInput } from '@shikijs/core';
import { createOnigurumaEngine } from '@shikijs/engine-oniguruma';
import python from '@shikijs/langs/python';
import typescript from '@shikijs/langs/typescript';
import ts from 'typescript';

/** A piece of source text and its syntax category, which becomes a class: the site's policy blocks inline styles. */
export interface SourcePart {
  readonly text: string;
  readonly kind: Kind | 'plain';
}

type Kind = 'comment' | 'function' | 'keyword' | 'literal';

/** TextMate scopes of each category; the most specific scope of a token decides. */
const scopes = {
  comment: ['comment'],
  function: ['entity.name.function', 'support.function'],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'constant.language',
    'support.type.primitive',
    'support.type.builtin',
    'keyword.operator.expression',
    'keyword.operator.new',
  ],
  literal: ['constant.numeric', 'string'],
  plain: ['keyword.operator', 'meta.template.expression', 'storage.type.function.arrow'],
} as const satisfies Record<SourcePart['kind'], readonly string[]>;

/** A theme whose colours are the names of the categories. */
const categories = {
  name: 'categories',
  type: 'light',
  fg: 'plain',
  settings: Object.entries(scopes).map(([kind, scope]) => ({
    scope: [...scope],
    settings: { foreground: kind },
  })),
} as const satisfies ThemeInput;

const highlighter = await createHighlighterCore({
  langs: [typescript, python],
  themes: [categories],
  engine: createOnigurumaEngine(import('@shikijs/engine-oniguruma/wasm-inlined')),
});

/**
 * The declaration of `name` at the top level of a TypeScript file, with its doc comment, unchanged. only: of the object that
 * is declared, the properties to show, in the order of the file; comments stand for the others.
 */
export function functionSource(text: string, name: string, only?: readonly string[]): readonly SourcePart[] {
  const tree = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const found = tree.statements.find((statement) => declares(statement, name));
  if (!found) throw new Error(`no declaration of that name in the file that a lesson shows: ${name}`);
  const source = only ? withProperties(found, tree, name, only) : found.getFullText(tree);
  return partsOf(source.replace(/^\s*\n/, '').trimEnd(), 'typescript');
}

/** A whole Python program. */
export function programSource(text: string): readonly SourcePart[] {
  return partsOf(text.trimEnd(), 'python');
}

/** The declaration of an object with some of its properties. */
function withProperties(
  statement: ts.Statement,
  tree: ts.SourceFile,
  name: string,
  only: readonly string[],
): string {
  const declared = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.find((one) => one.name.getText() === name)?.initializer
    : undefined;
  if (!declared || !ts.isObjectLiteralExpression(declared))
    throw new Error(`no object of that name in the file that a lesson shows: ${name}`);
  const properties = declared.properties.map((property) => ({
    key: property.name?.getText(tree) ?? '',
    text: property.getFullText(tree).replace(/^\s*\n/, ''),
  }));
  const missing = only.find((key) => properties.every((property) => property.key !== key));
  if (missing !== undefined)
    throw new Error(`no property of that name in what a lesson shows: ${name}.${missing}`);
  const lines = properties.flatMap(({ key, text }, index) => {
    if (only.includes(key)) return [`${text},`];
    const followsOmitted = index > 0 && !only.includes(properties[index - 1]!.key);
    return followsOmitted ? [] : ['  // …'];
  });
  const head = tree.text.slice(statement.getFullStart(), declared.getStart(tree));
  return [`${head}{`, ...lines, '};'].join('\n');
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name?.getText() === name;
}

/** The text in pieces, neighbours of one category joined. */
function partsOf(text: string, lang: 'typescript' | 'python'): readonly SourcePart[] {
  // Without a time limit: Shiki would leave the rest of a line plain on a busy machine.
  const options = { lang, theme: categories.name, tokenizeTimeLimit: 0 };
  const lines = highlighter.codeToTokensBase(text, options);
  const parts: SourcePart[] = [];
  for (const [index, line] of lines.entries())
    for (const { content, color } of [...(index > 0 ? [{ content: '\n', color: 'plain' }] : []), ...line]) {
      const kind = content.trim() === '' ? (parts.at(-1)?.kind ?? 'plain') : (color as SourcePart['kind']);
      const last = parts.at(-1);
      if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + content };
      else parts.push({ kind, text: content });
    }
  return parts;
}
