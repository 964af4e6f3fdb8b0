import ts from 'typescript';
import { everyNode, parse, type Source } from '../sourceFiles.ts';
import { placeholdersOf } from './checkLocale.ts';

/** The messages that a set of sources uses. */
export interface MessageSet {
  /** From each English message to a file that uses it. */
  readonly messages: ReadonlyMap<string, string>;
  /** Calls of t() whose message could not be found or whose values do not fit it, one sentence each. */
  readonly faults: readonly string[];
}

/** The functions whose first argument is a message. */
const translators = new Set(['t', 'tRich']);

/** Indexes of the sources, for tracing an argument to its literals. */
interface Origins {
  /** From a property name to the literals that any object has there: `label: 'Moons'`. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** From a name to the initializers of all top-level constants of that name. */
  readonly constants: ReadonlyMap<string, readonly ts.Expression[]>;
}

/**
 * Finds every message. The argument of t() may be a literal, a conditional of literals, a constant, an entry of a constant
 * table, or a property: `t(dataset.label)` stands for the `label` of every object in the sources.
 */
export function findMessages(sources: readonly Source[]): MessageSet {
  const origins = { properties: propertiesOf(sources), constants: constantsOf(sources) };
  const messages = new Map<string, string>();
  const faults: string[] = [];
  for (const source of sources.filter(({ file }) => !file.endsWith('.css') && file !== 'i18n/index.ts')) {
    for (const node of everyNode(parse(source))) {
      if (!isTranslation(node)) continue;
      const texts = textsOf(node.arguments[0], origins);
      if (texts === null)
        faults.push(
          `${source.file}: cannot find the literals of ${node.arguments[0]?.getText() ?? 'nothing'}`,
        );
      faults.push(...valueFaults(node).map((fault) => `${source.file}: ${fault}`));
      for (const text of texts ?? []) if (text !== '') messages.set(text, source.file);
    }
  }
  return { messages, faults };
}

/** Compares the names of the values with the placeholders, where both are literals. */
function valueFaults({ arguments: [message, values] }: ts.CallExpression): string[] {
  if (!message || !ts.isStringLiteralLike(message)) return [];
  const given = values === undefined ? [] : propertyNames(values);
  if (given === null) return [];
  const wanted = new Set(placeholdersOf(message.text).map(({ name }) => name));
  const [found, needed] = [given, [...wanted]].map((names) => names.toSorted().join(', '));
  return found === needed
    ? []
    : [`${JSON.stringify(message.text)} has the values [${found}]; must be [${needed}]`];
}

/** The names of the properties of an object literal; null where they are not all written out. */
function propertyNames(node: ts.Expression): string[] | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names = node.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : null));
  return names.every((name) => name !== null) ? names : null;
}

function isTranslation(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && translators.has(node.expression.text)
  );
}

function propertiesOf(sources: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  // The command line is English only.
  for (const source of sources.filter(({ file }) => /\.tsx?$/.test(file) && !/^(i18n|cli)\//.test(file))) {
    for (const node of everyNode(parse(source))) {
      if (!ts.isPropertyAssignment(node) || !(ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
        continue;
      const texts = literalsOf(node.initializer);
      if (texts.length > 0) found.set(node.name.text, [...(found.get(node.name.text) ?? []), ...texts]);
    }
  }
  return found;
}

function constantsOf(sources: readonly Source[]): Map<string, ts.Expression[]> {
  const found = new Map<string, ts.Expression[]>();
  for (const source of sources.filter(({ file }) => /\.tsx?$/.test(file)))
    for (const statement of parse(source).statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer)
          found.set(name.text, [...(found.get(name.text) ?? []), initializer]);
    }
  return found;
}

/** The possible values of an expression; null where they are not literals in the sources. */
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
  if (ts.isPropertyAccessExpression(node)) return propertyOf(node.expression, node.name.text, origins);
  if (ts.isElementAccessExpression(node)) return entriesOf(node.expression, origins);
  if (ts.isIdentifier(node)) return declared(node, origins);
  return null;
}

/** All literals of a table: of `labels[result]`, `dataset.classNames[y]`. */
function entriesOf(table: ts.Expression, origins: Origins): readonly string[] | null {
  if (ts.isPropertyAccessExpression(table)) return propertyOf(table.expression, table.name.text, origins);
  if (!ts.isIdentifier(table)) return null;
  return someOf(initializersOf(table, origins).flatMap(literalsOf));
}

/**
 * The possible values of a property: for a table that is a constant, such as `themes[id].label`, those in that table; for
 * any other object, those that the property has anywhere in the sources.
 */
function propertyOf(object: ts.Expression, name: string, origins: Origins): readonly string[] | null {
  let root = object;
  while (
    ts.isPropertyAccessExpression(root) ||
    ts.isElementAccessExpression(root) ||
    ts.isNonNullExpression(root)
  )
    root = root.expression;
  const within = ts.isIdentifier(root)
    ? initializersOf(root, origins).flatMap((initializer) => textsWithin(initializer, name, origins))
    : [];
  return someOf(within) ?? origins.properties.get(name) ?? null;
}

/** The literals of all properties of a name in a table, including those of constants that the table refers to. */
function textsWithin(
  table: ts.Expression,
  name: string,
  origins: Origins,
  seen: ReadonlySet<ts.Node> = new Set(),
): string[] {
  if (seen.has(table)) return [];
  const passed = new Set([...seen, table]);
  return everyNode(table).flatMap((node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === name) return literalsOf(node.initializer);
    const named = ts.isShorthandPropertyAssignment(node) ? node.name : node;
    if (!ts.isIdentifier(named) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node))
      return [];
    return (origins.constants.get(named.text) ?? []).flatMap((constant) =>
      textsWithin(constant, name, origins, passed),
    );
  });
}

/** The initializer of a constant of the file; for an imported name, of all constants of that name. */
function initializersOf(name: ts.Identifier, origins: Origins): readonly ts.Expression[] {
  const declaration = declarationOf(name);
  if (!declaration) return origins.constants.get(name.text) ?? [];
  return ts.isVariableDeclaration(declaration) && declaration.initializer ? [declaration.initializer] : [];
}

function someOf(texts: readonly string[]): readonly string[] | null {
  return texts.length > 0 ? texts : null;
}

/** The possible values of a name: of a constant, its initializer; of `const { label } = themes[id]`, the property. */
function declared(name: ts.Identifier, origins: Origins): readonly string[] | null {
  const declaration = declarationOf(name);
  if (!declaration) {
    const texts = (origins.constants.get(name.text) ?? []).map((constant) => textsOf(constant, origins));
    return texts.some((each) => each === null) ? null : someOf(texts.flatMap((each) => each ?? []));
  }
  if (ts.isBindingElement(declaration)) {
    const property = declaration.propertyName ?? declaration.name;
    if (!ts.isIdentifier(property)) return null;
    const whole = declaration.parent.parent;
    return ts.isVariableDeclaration(whole) && whole.initializer
      ? propertyOf(whole.initializer, property.text, origins)
      : (origins.properties.get(property.text) ?? null);
  }
  return declaration.initializer ? textsOf(declaration.initializer, origins) : null;
}

/** The innermost declaration of a name whose scope contains its use. */
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

/** All string literals of an initializer, at any depth, except in keys and types. */
function literalsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isPropertyAssignment(node)) return literalsOf(node.initializer);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isCallExpression(node)) return [];
  if (ts.isTypeNode(node) || ts.isTemplateExpression(node) || ts.isJsxAttribute(node)) return [];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => {
    texts.push(...literalsOf(child));
  });
  return texts;
}
