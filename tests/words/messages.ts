import ts from 'typescript';
import { everyNode, parse, type Source } from '../architecture/sourceFiles.ts';

/** What src says, by its messages, and what it says that nobody can look up. */
export interface Said {
  /** English messages, each with a file that says it. */
  readonly messages: ReadonlyMap<string, string>;
  /** Arguments of say() whose text cannot be known beforehand, one sentence each. */
  readonly unknown: readonly string[];
}

/** The functions whose first argument is a message. */
const speakers = new Set(['say', 'sayParts']);

/** Everything of src by which a message can be traced to where its text is written. */
interface Origins {
  /** By a property's name, the literal texts that any object of src has there: `label: 'Moons'`. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/**
 * Every message of src. The argument of say() is a literal, a choice between literals, a constant of the file, an entry of a
 * table of the file, or a property: `say(dataset.label)` says the `label` of anything in src.
 */
export function saidIn(sources: readonly Source[]): Said {
  const origins = { properties: propertiesOf(sources) };
  const messages = new Map<string, string>();
  const unknown: string[] = [];
  for (const source of sources.filter(({ file }) => !file.endsWith('.css') && file !== 'words/index.ts')) {
    for (const node of everyNode(parse(source))) {
      if (!isSpoken(node)) continue;
      const texts = textsOf(node.arguments[0], origins);
      if (texts === null) unknown.push(`${source.file} says ${node.arguments[0]?.getText() ?? 'nothing'}`);
      for (const text of texts ?? []) messages.set(text, source.file);
    }
  }
  return { messages, unknown };
}

function isSpoken(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && speakers.has(node.expression.text);
}

function propertiesOf(sources: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const source of sources.filter(({ file }) => !file.endsWith('.css') && !file.startsWith('words/'))) {
    for (const node of everyNode(parse(source))) {
      if (!ts.isPropertyAssignment(node) || !(ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
        continue;
      const texts = literalsOf(node.initializer);
      if (texts.length > 0) found.set(node.name.text, [...(found.get(node.name.text) ?? []), ...texts]);
    }
  }
  return found;
}

/** The texts that an expression can be; null where they are not written in src. */
function textsOf(node: ts.Node | undefined, origins: Origins): readonly string[] | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return textsOf(node.expression, origins);
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [textsOf(node.whenTrue, origins), textsOf(node.whenFalse, origins)];
    return yes && no && [...yes, ...no];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const [first, second] = [textsOf(node.left, origins), textsOf(node.right, origins)];
    return first && second && [...first, ...second];
  }
  if (ts.isPropertyAccessExpression(node)) return origins.properties.get(node.name.text) ?? null;
  if (ts.isElementAccessExpression(node)) return entriesOf(node.expression, origins);
  if (ts.isIdentifier(node)) return declared(node, origins);
  return null;
}

/** Every text of a table: `words[result]`, `facts[kind].title`. */
function entriesOf(table: ts.Expression, origins: Origins): readonly string[] | null {
  if (ts.isPropertyAccessExpression(table)) return origins.properties.get(table.name.text) ?? null;
  if (!ts.isIdentifier(table)) return null;
  const declaration = declarationOf(table);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return null;
  const texts = literalsOf(declaration.initializer);
  return texts.length > 0 ? texts : null;
}

/** A constant of the file by its value; a part of an object, `({ label }) => …`, by its name. */
function declared(name: ts.Identifier, origins: Origins): readonly string[] | null {
  const declaration = declarationOf(name);
  if (!declaration) return null;
  if (ts.isBindingElement(declaration)) {
    const property = declaration.propertyName ?? declaration.name;
    return ts.isIdentifier(property) ? (origins.properties.get(property.text) ?? null) : null;
  }
  return ts.isVariableDeclaration(declaration) && declaration.initializer
    ? textsOf(declaration.initializer, origins)
    : null;
}

/** The nearest declaration of a name in its file, in the blocks around its use. */
function declarationOf(name: ts.Identifier): ts.VariableDeclaration | ts.BindingElement | undefined {
  const candidates = everyNode(name.getSourceFile()).filter(
    (node): node is ts.VariableDeclaration | ts.BindingElement =>
      (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name.text,
  );
  const encloses = (node: ts.Node) => {
    let scope: ts.Node = node;
    while (!(ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isFunctionLike(scope))) scope = scope.parent;
    return scope.pos <= name.pos && name.end <= scope.end;
  };
  return candidates.filter(encloses).at(-1);
}

/** The literal texts of an initialiser, however deep; not those of keys and of types. */
function literalsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isPropertyAssignment(node)) return literalsOf(node.initializer);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isCallExpression(node)) return [];
  if (ts.isTypeNode(node) || ts.isTemplateExpression(node)) return [];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => {
    texts.push(...literalsOf(child));
  });
  return texts;
}
