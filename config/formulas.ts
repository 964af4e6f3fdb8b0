import path from 'node:path';
import { symbolsOf } from '../src/lessons/notation/symbolsOf.ts';

/** The part of a hast node that is used here. */
export interface Node {
  type?: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  name?: string;
  attributes?: readonly object[];
}

/** Function application, which KaTeX writes after `\log`. */
const APPLICATION = '\u2061';
const THIN = '0.1667em';

/** Spaces that browsers do not agree about: forms of fences, and operators that need no space. */
const operators: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '(': { form: 'prefix' },
  '[': { form: 'prefix' },
  ')': { form: 'postfix' },
  ']': { form: 'postfix' },
  '…': { lspace: '0', rspace: '0' },
  '⋯': { lspace: '0', rspace: '0' },
};

/** MathML Core has no such variants: a letter is replaced by its own character. Values: code point of A, and exceptions. */
const variants: Readonly<Record<string, { readonly first: number; readonly others: string }>> = {
  'double-struck': { first: 0x1d538, others: 'CℂHℍNℕPℙQℚRℝZℤ' },
  'sans-serif': { first: 0x1d5a0, others: '' },
};

/** Rehype plugin: makes the formulas of KaTeX MathML Core, and puts every display formula into `<Formula symbols="…">`. */
export function formulas(): (tree: Node, file: { readonly path: string }) => void {
  return (tree, file) => {
    const page = path.basename(file.path, '.mdx');
    tree.children = tree.children?.map((child) => withNotation(child, page)) ?? [];
    tidy(tree);
  };
}

/** `<Formula>` around a display formula, with the entries of the notation page that it uses. */
function withNotation(node: Node, page: string): Node {
  const children = node.children?.map((child) => withNotation(child, page));
  const math = children?.find(({ tagName }) => tagName === 'math');
  const whole = children ? { ...node, children } : node;
  if (math?.properties?.display !== 'block') return whole;
  const { known } = symbolsOf(texOf(math), page);
  return {
    type: 'mdxJsxFlowElement',
    name: 'Formula',
    attributes: [{ type: 'mdxJsxAttribute', name: 'symbols', value: known.join() }],
    children: [whole],
  };
}

/** The TeX source that KaTeX keeps as an annotation. */
function texOf(math: Node): string {
  if (math.tagName === 'annotation') return math.children?.map(({ value }) => value ?? '').join('') ?? '';
  return math.children?.map(texOf).join('') ?? '';
}

/** Marks colours by the name of the concept, removes the annotation, and throws if KaTeX could not parse a formula. */
function tidy(node: Node): void {
  const { properties, children } = node;
  if (String(properties?.className ?? '').includes('katex-error'))
    throw new Error(`invalid formula in a lesson: ${JSON.stringify(properties?.title)}`);
  if (properties?.mathcolor) {
    properties.dataConcept = properties.mathcolor;
    delete properties.mathcolor;
  }
  // The prime of OpenType fonts is raised already.
  if (node.tagName === 'msup' && children?.[1] && textOf(children[1]) === '′') node.tagName = 'mrow';
  if (node.tagName === 'mo') node.properties = { ...properties, ...operators[textOf(node)] };
  // A line must not break between a number and its per cent sign.
  if (node.type === 'text' && node.value) node.value = node.value.replace(/(\d) %/g, '$1\u00a0%');
  if (properties?.mathvariant) spellVariant(node);
  if (!children) return;
  const tidied = children
    .filter(({ tagName }) => tagName !== 'annotation')
    .map((child, place, all) => functionName(child, all[place - 1], all[place + 1], all[place + 2]))
    .map((child, place, all) => signForm(child, all[place - 1]))
    .filter((child) => textOf(child) !== APPLICATION);
  for (const child of tidied) tidy(child);
  node.children = withPunctuation(tidied);
}

/** A minus after an opening bracket or a relation is a sign and takes no space. */
function signForm(node: Node, before?: Node): Node {
  if (node.tagName !== 'mo' || textOf(node) !== '−' || !before || !/[([=,≈]$/.test(textOf(before)))
    return node;
  return { ...node, properties: { ...node.properties, form: 'prefix' } };
}

const isInlineFormula = ({ children }: Node): boolean =>
  children?.length === 1 && children[0]!.tagName === 'math' && children[0]!.properties?.display !== 'block';

/** Puts each inline formula into one span with the punctuation that touches it: browsers break lines beside `<math>`. */
function withPunctuation(children: readonly Node[]): Node[] {
  const result: Node[] = [];
  const rest = [...children];
  for (let node = rest.shift(); node; node = rest.shift()) {
    if (!isInlineFormula(node)) {
      result.push(node);
      continue;
    }
    const [before, after] = [result.at(-1), rest[0]];
    const opening = before?.type === 'text' ? (/[([„]+$/.exec(before.value!)?.[0] ?? '') : '';
    const closing = after?.type === 'text' ? (/^[^\s\p{L}\p{N}([„]+/u.exec(after.value!)?.[0] ?? '') : '';
    if (opening) result.splice(-1, 1, { ...before, value: before!.value!.slice(0, -opening.length) });
    if (closing) rest.splice(0, 1, { ...after, value: after!.value!.slice(closing.length) });
    result.push(opening || closing ? unbroken([text(opening), node, text(closing)]) : node);
  }
  return result;
}

const text = (value: string): Node => ({ type: 'text', value });
const unbroken = (children: Node[]): Node => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['unbroken'] },
  children,
});

/** The name of a function as an operator, spaced as in TeX: `log p`, but `log(p)` and `− log p`. Other nodes unchanged. */
function functionName(node: Node, before?: Node, after?: Node, argument?: Node): Node {
  if (node.tagName !== 'mi' || !after || textOf(after) !== APPLICATION) return node;
  const isTerm =
    before !== undefined &&
    (!['mo', 'mspace'].includes(before.tagName ?? '') || /[)\]]$/.test(textOf(before)));
  const lspace = isTerm ? THIN : '0';
  const rspace = argument && /^[\p{L}\p{N}]/u.test(textOf(argument)) ? THIN : '0';
  return { ...node, tagName: 'mo', properties: { lspace, rspace } };
}

function spellVariant(node: Node): void {
  const { properties = {}, children } = node;
  const letter = textOf(node);
  const variant = variants[String(properties.mathvariant)];
  if (!variant) {
    if (properties.mathvariant === 'normal') return;
    throw new Error(`no characters for mathvariant="${properties.mathvariant}" of ${letter}`);
  }
  if (!/^[A-Z]$/.test(letter) || !children?.[0])
    throw new Error(`no character for ${letter} in this variant`);
  const place = variant.others.indexOf(letter);
  children[0].value =
    place >= 0
      ? (variant.others[place + 1] as string)
      : String.fromCodePoint(variant.first + letter.charCodeAt(0) - 65);
  delete properties.mathvariant;
}

function textOf({ value, children }: Node): string {
  return value ?? children?.map(textOf).join('') ?? '';
}
