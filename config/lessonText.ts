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

/** KaTeX macros: `\prior{p(w)}` writes a formula in the colour of the prior; likewise for every concept. */
const macros = Object.fromEntries(concepts.map((concept) => [`\\${concept}`, `\\textcolor{${concept}}{#1}`]));

/**
 * Vite plugin: compiles the lessons, MDX with TeX formulas, to components. Formulas become MathML in the build, which needs
 * no style sheet, fonts or script, and no inline styles, which the content security policy blocks.
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

/** Replaces colours by the names of concepts and removes the TeX source. Throws on a formula that KaTeX cannot parse. */
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
