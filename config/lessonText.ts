import mdx from '@mdx-js/rollup';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { formulas } from './formulas.ts';

const concepts = ['prior', 'posterior', 'data', 'epistemic', 'aleatoric', 'exact'];

/** `\prior{p(w)}` in a formula takes the colour of the prior; likewise for every other concept. */
const macros = Object.fromEntries(concepts.map((concept) => [`\\${concept}`, `\\textcolor{${concept}}{#1}`]));

/**
 * Vite plugin: compiles the text of lessons, MDX with formulas, to components. Formulas become MathML at build time, which
 * needs no style sheet or script, and no inline styles, which the site's content security policy blocks.
 */
export function lessonText(): Plugin {
  const katex = { output: 'mathml', strict: 'error', macros };
  const text = mdx({
    development: false,
    remarkPlugins: [remarkMath, remarkGfm],
    rehypePlugins: [[rehypeKatex, katex], formulas],
  }) as Plugin;
  return { ...text, enforce: 'pre' };
}
