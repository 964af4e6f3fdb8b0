import mdx from '@mdx-js/rollup';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';

/** A node of the page's tree, as far as it is looked at here. */
interface Node {
  readonly tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const concepts = ['prior', 'posterior', 'data', 'epistemic', 'aleatoric', 'exact'];

/** `\prior{p(w)}` in a formula is in the colour of the prior, and so for every concept. */
const macros = Object.fromEntries(concepts.map((concept) => [`\\${concept}`, `\\textcolor{${concept}}{#1}`]));

/**
 * The text of lessons, MDX with formulas, as components. Formulas become MathML when the site is built: no style sheet,
 * fonts or program of their own, and no inline styles, which the site's content security policy refuses.
 */
export function lessonText(): Plugin {
  const katex = { output: 'mathml', strict: 'error', macros };
  const text = mdx({
    development: false,
    remarkPlugins: [remarkMath, remarkGfm],
    rehypePlugins: [[rehypeKatex, katex], () => tidyFormulas],
  }) as Plugin;
  return { ...text, enforce: 'pre' };
}

/** Colours by the concept's name, no TeX beside the formula, and no page with a formula that was not understood. */
function tidyFormulas(node: Node): void {
  const { properties, children } = node;
  if (String(properties?.className ?? '').includes('katex-error'))
    throw new Error(`invalid formula in a lesson: ${JSON.stringify(properties?.title)}`);
  if (properties?.mathcolor) {
    properties.dataConcept = properties.mathcolor;
    delete properties.mathcolor;
  }
  if (!children) return;
  node.children = children.filter(({ tagName }) => tagName !== 'annotation');
  for (const child of node.children) tidyFormulas(child);
}
