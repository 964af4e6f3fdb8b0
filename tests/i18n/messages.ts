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
const speakers = new Set(['t', 'tRich']);

/** Everything of src by which a message can be traced to where its text is written. */
interface Origins {
  /** By a property's name, the literal texts that any object of src has there: `label: 'Moons'`. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** By its name, what the constants of that name hold, at the head of any file of src. */
  readonly constants: ReadonlyMap<string, readonly ts.Expression[]>;
}

/**
 * Every message of src. The argument of say() is a literal, a choice between literals, a constant of the file, an entry of a
 * table of the file, or a property: `say(dataset.label)` says the `label` of anything in src.
 */
export function saidIn(sources: readonly Source[]): Said {
  const origins = { properties: propertiesOf(sources), constants: constantsOf(sources) };
  const messages = new Map<string, string>();
  const unknown: string[] = [];
  for (const source of sources.filter(({ file }) => !file.endsWith('.css') && file !== 'i18n/index.ts')) {
    for (const node of everyNode(parse(source))) {
      if (!isSpoken(node)) continue;
      const texts = textsOf(node.arguments[0], origins);
      if (texts === null) unknown.push(`${source.file} says ${node.arguments[0]?.getText() ?? 'nothing'}`);
      for (const text of texts ?? []) if (text !== '') messages.set(text, source.file);
    }
  }
  return { messages, unknown };
}

function isSpoken(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && speakers.has(node.expression.text);
}

function propertiesOf(sources: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  // The command line speaks English.
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
  if (ts.isPropertyAccessExpression(node)) return propertyOf(node.expression, node.name.text, origins);
  if (ts.isElementAccessExpression(node)) return entriesOf(node.expression, origins);
  if (ts.isIdentifier(node)) return declared(node, origins);
  return null;
}

/** Every text of a table: `words[result]`, `dataset.classNames[y]`. */
function entriesOf(table: ts.Expression, origins: Origins): readonly string[] | null {
  if (ts.isPropertyAccessExpression(table)) return propertyOf(table.expression, table.name.text, origins);
  if (!ts.isIdentifier(table)) return null;
  return someOf(initializersOf(table, origins).flatMap(literalsOf));
}

/**
 * The texts that a property can have: of a table by name, `themes[id].label`, those that it has there; of a value that came
 * from elsewhere, those that anything in src has.
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

/** The literals of every property of a name in a table, through the constants that it is made of. */
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

/** What a name stands for: the constant of the file, or where it is imported any of that name. */
function initializersOf(name: ts.Identifier, origins: Origins): readonly ts.Expression[] {
  const declaration = declarationOf(name);
  if (!declaration) return origins.constants.get(name.text) ?? [];
  return ts.isVariableDeclaration(declaration) && declaration.initializer ? [declaration.initializer] : [];
}

function someOf(texts: readonly string[]): readonly string[] | null {
  return texts.length > 0 ? texts : null;
}

/** A constant of the file by its value; a part of an object, `const { label } = themes[id]`, by its name. */
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
  if (ts.isTypeNode(node) || ts.isTemplateExpression(node) || ts.isJsxAttribute(node)) return [];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => {
    texts.push(...literalsOf(child));
  });
  return texts;
}
