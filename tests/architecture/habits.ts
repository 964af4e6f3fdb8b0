import ts from 'typescript';
import { everyNode, parse, type Source } from '../../config/sourceFiles.ts';

/** Maximum number of lines of a file. */
const maxLines = 400;

/** Comments that switch off the compiler or a linter. */
const silencer =
  /@ts-(ignore|expect-error|nocheck)\b|\b(biome-ignore|(eslint|oxlint)-disable|prettier-ignore)/;

/** Violations of the house style, one sentence each. */
export function brokenHabits(source: Source): string[] {
  const { file, text } = source;
  const found = /\.tsx?$/.test(file) ? everyNode(parse(source)).flatMap((node) => unwanted(node) ?? []) : [];
  if (text.trimEnd().split('\n').length > maxLines) found.push(`more than ${maxLines} lines`);
  if (/\b(TODO|FIXME)\b/.test(text)) found.push('a note of work to do');
  if (silencer.test(text)) found.push('a comment that silences a check');
  return [...new Set(found)].map((what) => `${file}: ${what}`);
}

function unwanted(node: ts.Node): string | null {
  if (isDefaultExport(node)) return 'a default export';
  if (ts.isEnumDeclaration(node)) return 'an enum';
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return null;
  if (/^Math(\??\.random|(\?\.)?\[['"`]random['"`]\])$/.test(node.getText())) return 'Math.random';
  if (/^(globalThis\.|window\.|self\.)?console$/.test(node.expression.getText())) return 'console';
  return null;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword;
}
