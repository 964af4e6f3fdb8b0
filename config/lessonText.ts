import mdx from '@mdx-js/rollup';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';

/** The part of a hast node that is used here. */
interface Node {
  readonly tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const concepts = ['prior', 'posterior', 'data', 'epistemic', 'aleatoric', 'exact'];

/** `\prior{p(w)}` in a formula takes the colour of the prior; likewise for every other concept. */
const macros = Object.fromEntries(concepts.map((concept) => [`\\${concept}`, `\\textcolor{${concept}}{#1}`]));

/**
 * Vite plugin: compiles the text of lessons, MDX with formulas, to components. Formulas become MathML at build time, which
 * needs no style sheet, fonts or script, and no inline styles, which the site's content security policy blocks.
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

/** Marks colours by the name of the concept, removes the TeX annotation, and throws if KaTeX could not parse a formula. */
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
