import type { Slug } from '../chapters.ts';

/** A symbol of the chapters. Its text is `<Entry id="…">` in `pages/notation.<locale>.mdx`. */
export interface NotationEntry {
  /** Chapter that introduces it. */
  readonly chapter: Slug;
  /** How the chapters write it in TeX, without colours, spaces and the indices of `w_s` or `x_i`; empty: only in the playground. */
  readonly tex: readonly string[];
  /** What the playground calls it, where it has a name there. */
  readonly screenName?: string;
}

/** The symbols of the chapters, by the id that links to the notation page name. */
export const notation = {
  x: { chapter: 'distribution', tex: ['x'] },
  y: { chapter: 'distribution', tex: ['y'] },
  D: { chapter: 'one-weight', tex: ['D'], screenName: 'Data' },
  w: { chapter: 'distribution', tex: ['w'], screenName: 'Weights' },
  P: { chapter: 'intractable', tex: ['P'] },
  f: { chapter: 'reparameterisation', tex: ['f'] },
  index: { chapter: 'one-weight', tex: ['i', 'j', 'k', 's'] },

  p: { chapter: 'distribution', tex: ['p'] },
  given: { chapter: 'distribution', tex: ['\\mid'] },
  predicted: { chapter: 'distribution', tex: ['p(y \\mid x, w)'] },
  prior: { chapter: 'one-weight', tex: ['p(w)'], screenName: 'Prior' },
  likelihood: { chapter: 'one-weight', tex: ['p(D \\mid w)'], screenName: 'Likelihood' },
  posterior: { chapter: 'one-weight', tex: ['p(w \\mid D)'], screenName: 'exact posterior' },
  evidence: { chapter: 'one-weight', tex: ['p(D)'] },
  predictive: { chapter: 'averaging', tex: ['p(y \\mid x, D)'], screenName: 'Posterior predictive' },
  joint: { chapter: 'one-weight', tex: ['p(w, D)'], screenName: 'Minus log posterior' },
  normal: { chapter: 'one-weight', tex: ['N', 'I'] },
  distributed: { chapter: 'one-weight', tex: ['\\sim'] },
  proportional: { chapter: 'one-weight', tex: ['\\propto'] },
  expectation: { chapter: 'simpler-q', tex: ['\\mathbb{E}'] },
  variance: { chapter: 'local-reparameterisation', tex: ['\\mathrm{Var}', '\\mathrm{Cov}'] },
  entropy: { chapter: 'averaging', tex: ['H'], screenName: 'Entropy' },
  argmin: { chapter: 'simpler-q', tex: ['\\mathrm{argmin}'] },
  log: { chapter: 'simpler-q', tex: ['\\log', '\\ln'] },
  exp: { chapter: 'averaging', tex: ['e', '\\exp'] },

  q: { chapter: 'simpler-q', tex: ['q'], screenName: 'posterior q(w|θ)' },
  theta: { chapter: 'simpler-q', tex: ['\\theta'] },
  mu: { chapter: 'simpler-q', tex: ['\\mu'] },
  sigma: { chapter: 'simpler-q', tex: ['\\sigma'] },
  rho: { chapter: 'bayes-by-backprop', tex: ['\\rho'] },
  epsilon: { chapter: 'reparameterisation', tex: ['\\varepsilon'] },
  zeta: { chapter: 'local-reparameterisation', tex: ['\\zeta'] },
  sigma0: { chapter: 'bayes-by-backprop', tex: ['\\sigma_0'], screenName: 'Initial posterior width' },

  KL: { chapter: 'simpler-q', tex: ['\\mathrm{KL}'], screenName: 'complexity cost' },
  F: { chapter: 'simpler-q', tex: ['F'], screenName: 'Free energy' },
  S: { chapter: 'averaging', tex: ['S'], screenName: 'Monte Carlo samples' },
  M: { chapter: 'bayes-by-backprop', tex: ['M'] },
  share: { chapter: 'bayes-by-backprop', tex: ['\\pi'], screenName: 'KL share of a batch' },
  beta: { chapter: 'recurrent', tex: ['\\beta'], screenName: 'KL weight' },
  alpha: { chapter: 'bayes-by-backprop', tex: ['\\alpha'], screenName: 'Learning rate' },
  sigma_p: { chapter: 'one-weight', tex: ['\\sigma_p'], screenName: 'Prior width' },
  sigma_n: { chapter: 'one-weight', tex: ['\\sigma_n'], screenName: 'Noise' },
  mixture: { chapter: 'bayes-by-backprop', tex: [], screenName: 'Scale mixture' },

  gradient: { chapter: 'bayes-by-backprop', tex: ['\\nabla'] },
  partial: { chapter: 'reparameterisation', tex: ['\\partial'] },
  sum: { chapter: 'one-weight', tex: ['\\sum'] },
  product: { chapter: 'mean-field', tex: ['\\prod'] },
  integral: { chapter: 'averaging', tex: ['\\int', 'd w'] },
  elementwise: { chapter: 'bayes-by-backprop', tex: ['\\circ'] },
  convolution: { chapter: 'convolutional', tex: ['*'] },
  assign: { chapter: 'bayes-by-backprop', tex: ['\\leftarrow'] },
  length: { chapter: 'sharpening', tex: ['\\lVert', '\\rVert'] },
  rhat: { chapter: 'mean-field', tex: ['\\hat R'], screenName: 'R-hat' },
} as const satisfies Record<string, NotationEntry>;

export type SymbolId = keyof typeof notation;

/** Symbols that only one page uses, and explains where they stand; there they replace an entry of the same name. */
export const localSymbols: Readonly<Partial<Record<string, readonly string[]>>> = {
  'one-weight': ['n', 'r'],
  intractable: ['G'],
  'local-reparameterisation': ['M', 'g', 'a', 'b', 's', 'r', '\\Delta', 'W', '\\mathsf{T}'],
  'bayes-by-backprop': ['c'],
  convolutional: ['a', 'b', '\\alpha'],
  recurrent: ['h', 'g', 't', 'T', 'C', 'B'],
  'bits-back': ['t'],
  sharpening: ['g', '\\varphi', '\\theta', '\\eta', '\\sigma_0'],
  'mean-field': ['n', 'u', 'b', 'v', '\\max'],
};

/** An entry, widened from its literal type. */
export function notationEntry(id: SymbolId): NotationEntry {
  return notation[id];
}
