import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A file of src. `file` is relative to src, with slashes: `plots/frame/Axes.tsx`. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** `starts`: a file that is named by its URL, such as `new Worker(new URL(specifier, import.meta.url))`. */
export interface Import {
  readonly specifier: string;
  readonly how: 'imports' | 'starts';
}

/** Every script and style sheet below a folder. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => ({
      file: file.split(path.sep).join('/'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
}

const parsed = new WeakMap<Source, ts.SourceFile>();

/** The syntax tree of a source. Cached, because every check reads all of src. */
export function parse(source: Source): ts.SourceFile {
  const known = parsed.get(source);
  if (known) return known;
  const tree = ts.createSourceFile(source.file, source.text, ts.ScriptTarget.Latest, true);
  parsed.set(source, tree);
  return tree;
}

/** A node and all its descendants. */
export function everyNode(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

/** All imports of a file: static, dynamic, for side effects, re-exports, types, and files named by URL. */
export function importsOf(source: Source): Import[] {
  if (source.file.endsWith('.css')) return [];
  return everyNode(parse(source)).flatMap((node): Import[] => {
    const name = specifierOf(node);
    if (!name) return [];
    if (!ts.isStringLiteralLike(name))
      return [{ specifier: `(computed: ${name.getText()})`, how: 'imports' }];
    return [
      { specifier: name.text.replace(/\?.*$/, ''), how: ts.isNewExpression(node) ? 'starts' : 'imports' },
    ];
  });
}

/** The files whose code is in the bundle of `entry`: it and what it imports statically, directly or not, except for types. */
export function bundledSources(entry: string, sources: readonly Source[]): Source[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const found = new Set<Source>();
  const visit = (file: string): void => {
    const source = byFile.get(file);
    if (!source || found.has(source)) return;
    found.add(source);
    for (const statement of parse(source).statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const isType = ts.isImportDeclaration(statement)
        ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : statement.isTypeOnly;
      const specifier = statement.moduleSpecifier;
      if (isType || !specifier || !ts.isStringLiteral(specifier)) continue;
      visit(resolve(file, specifier.text));
    }
  };
  visit(entry);
  return [...found];
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isCallExpression(node) && /^(import|require|import\.meta\.glob)$/.test(node.expression.getText())) {
    return node.arguments[0];
  }
  const addressed = ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url';
  return addressed ? node.arguments?.[0] : undefined;
}

/** The file that a relative import names, relative to src. */
export function resolve(file: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(file), specifier);
}
