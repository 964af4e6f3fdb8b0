import ts from 'typescript';

/** A piece of source text and what it is, for its colour. */
export interface SourcePart {
  readonly text: string;
  readonly kind: 'comment' | 'keyword' | 'literal' | 'plain';
}

/** What is declared as `name` at the top of a TypeScript file, with its doc comment, as it stands there. */
export function functionSource(text: string, name: string): readonly SourcePart[] {
  const tree = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const found = tree.statements.find((statement) => declares(statement, name));
  if (!found) throw new Error(`no declaration of that name in the file that a lesson shows: ${name}`);
  return partsOf(
    found
      .getFullText(tree)
      .replace(/^\s*\n/, '')
      .trimEnd(),
  );
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name?.getText() === name;
}

/** Neighbours of one kind are one part; together the parts are the text. */
function partsOf(text: string): readonly SourcePart[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const parts: SourcePart[] = [];
  let from = 0;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const kind = kindOf(token);
    const piece = text.slice(from, scanner.getTokenEnd());
    from = scanner.getTokenEnd();
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + piece };
    else parts.push({ kind, text: piece });
  }
  return parts;
}

function kindOf(token: ts.SyntaxKind): SourcePart['kind'] {
  if (token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia)
    return 'comment';
  if (token >= ts.SyntaxKind.FirstKeyword && token <= ts.SyntaxKind.LastKeyword) return 'keyword';
  if (token >= ts.SyntaxKind.FirstLiteralToken && token <= ts.SyntaxKind.LastTemplateToken) return 'literal';
  return 'plain';
}
