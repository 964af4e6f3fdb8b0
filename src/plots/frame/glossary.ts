/** A technical word on the screen. */
export interface GlossaryTerm {
  /** The word or symbol itself. */
  readonly word: string;
  /** What it means, in one sentence of at most 25 words. */
  readonly sentence: string;
  /** Slug of the chapter that explains it. */
  readonly chapter: string;
}

/** Every technical word of the interface, in English; translated where it is shown. */
export const glossary = {
  predictive: {
    word: 'predictive',
    sentence:
      'The distribution of a new y, averaged over all networks in proportion to how plausible they are.',
    chapter: 'averaging',
  },
  'prior-predictive': {
    word: 'prior predictive',
    sentence: 'The predictive before training: what networks drawn from the prior expect of y.',
    chapter: 'averaging',
  },
  epistemic: {
    word: 'epistemic',
    sentence:
      'Doubt about the function because data are few: the part of the uncertainty that shrinks with more data.',
    chapter: 'what-it-buys',
  },
  aleatoric: {
    word: 'aleatoric',
    sentence:
      'Noise in the data themselves: the part of the uncertainty that stays, however many points there are.',
    chapter: 'what-it-buys',
  },
  bands: {
    word: 'bands',
    sentence: 'Central intervals: as much probability lies above the upper edge as below the lower edge.',
    chapter: 'averaging',
  },
  draw: {
    word: 'draws',
    sentence: 'Networks sampled from the distribution of the weights: each draw is one whole function.',
    chapter: 'distribution',
  },
  prior: {
    word: 'prior',
    sentence: 'The distribution of the weights before any data: what the network assumes at the start.',
    chapter: 'one-weight',
  },
  'prior-width': {
    word: 'prior width σₚ',
    sentence:
      'The standard deviation of the prior: how far from zero a weight is expected to lie before any data.',
    chapter: 'one-weight',
  },
  posterior: {
    word: 'posterior',
    sentence:
      'The distribution of the weights after the data: the prior, reweighted by how well each network explains them.',
    chapter: 'one-weight',
  },
  q: {
    word: 'q',
    sentence:
      'The trained approximation of the posterior: an independent Gaussian, with mean μ and width σ, for each weight.',
    chapter: 'simpler-q',
  },
  'mean-field': {
    word: 'mean field',
    sentence:
      'A q whose weights are independent of each other: simple, but too sure between clusters of data.',
    chapter: 'mean-field',
  },
  mu: {
    word: 'μ',
    sentence: 'The mean of q for one weight.',
    chapter: 'simpler-q',
  },
  sigma: {
    word: 'σ',
    sentence: 'The standard deviation of q for one weight: how uncertain it still is.',
    chapter: 'simpler-q',
  },
  'initial-width': {
    word: 'initial width σ₀',
    sentence: 'The standard deviation of every weight under q before the first step.',
    chapter: 'bayes-by-backprop',
  },
  epsilon: {
    word: 'ε',
    sentence: 'Standard normal noise, one number for each weight: w = μ + σ ∘ ε is a draw from q.',
    chapter: 'reparameterisation',
  },
  noise: {
    word: 'noise σ',
    sentence:
      'The standard deviation of y around the function, in the units of y: it sets the width of the aleatoric band.',
    chapter: 'what-it-buys',
  },
  likelihood: {
    word: 'likelihood p(y|f)',
    sentence: 'How probable the observed y is if the network’s function f is right.',
    chapter: 'one-weight',
  },
  'free-energy': {
    word: 'free energy F',
    sentence:
      'What training minimises: complexity cost plus likelihood cost; −F is a lower bound on the log probability of the data.',
    chapter: 'bayes-by-backprop',
  },
  kl: {
    word: 'KL',
    sentence:
      'Kullback–Leibler divergence: how far q lies from the prior, zero only where both are the same.',
    chapter: 'simpler-q',
  },
  'complexity-cost': {
    word: 'complexity cost',
    sentence: 'KL[q(w) ‖ p(w)], summed over all weights: what it costs to leave the prior.',
    chapter: 'bayes-by-backprop',
  },
  'likelihood-cost': {
    word: 'likelihood cost',
    sentence:
      'How badly the network explains the data: −log p(D|w), averaged over q; below zero where the density exceeds one.',
    chapter: 'bayes-by-backprop',
  },
  'log-posterior': {
    word: '−log p(w, D)',
    sentence:
      'What methods without q minimise: the same two costs for single networks instead of a distribution.',
    chapter: 'one-weight',
  },
  tempering: {
    word: 'β',
    sentence:
      'The factor of the complexity cost in training: at 1 the objective is F, below 1 the prior counts for less.',
    chapter: 'recurrent',
  },
  nats: {
    word: 'nats',
    sentence: 'The unit of information with natural logarithms: 1 nat = 1.44 bits.',
    chapter: 'bits-back',
  },
  bits: {
    word: 'bits',
    sentence: 'The unit of information with logarithms to base 2: 1 bit is one yes-or-no answer, 0.693 nats.',
    chapter: 'bits-back',
  },
  entropy: {
    word: 'entropy',
    sentence: 'How undecided a prediction is between the classes: zero if one class is certain.',
    chapter: 'distribution',
  },
  calibration: {
    word: 'calibration',
    sentence: 'Whether stated probabilities hold: of all 90 % bands, 90 % should contain their point.',
    chapter: 'what-it-buys',
  },
  'calibration-error': {
    word: 'calibration error',
    sentence:
      'The mean gap between stated and observed probability: zero if every band contains the share of points that it states.',
    chapter: 'what-it-buys',
  },
  coverage: {
    word: 'coverage',
    sentence: 'The share of points inside the band: 90 % of them if a 90 % band is right.',
    chapter: 'what-it-buys',
  },
  'log-probability': {
    word: 'log p(y)',
    sentence:
      'The log of the probability that the prediction gave to each observed y (its density for numbers), averaged: higher is better.',
    chapter: 'averaging',
  },
  rmse: {
    word: 'RMSE',
    sentence:
      'Root mean square error: the typical distance between the predicted mean and y, in the units of y.',
    chapter: 'averaging',
  },
  'signal-to-noise': {
    word: 'signal to noise',
    sentence: '|μ|/σ of a weight: where it is small, the weight can be set to zero at little cost.',
    chapter: 'what-it-buys',
  },
  'description-length': {
    word: 'description length',
    sentence: 'F as the length of a message: bits for the weights, then bits for the data given the weights.',
    chapter: 'bits-back',
  },
  samples: {
    word: 'samples S',
    sentence: 'Draws of the weights per training step: more of them give a less noisy gradient.',
    chapter: 'reparameterisation',
  },
  hmc: {
    word: 'HMC',
    sentence:
      'Hamiltonian Monte Carlo: slow sampling from the posterior itself, without the simplifications of q.',
    chapter: 'mean-field',
  },
  'r-hat': {
    word: 'R-hat',
    sentence: 'R̂ compares the spread between chains with the spread within them: up to 1.01 they agree.',
    chapter: 'mean-field',
  },
  'exact-posterior': {
    word: 'exact posterior',
    sentence:
      'The posterior p(w|D) itself, which q approximates: by a formula where there is one, otherwise sampled by HMC.',
    chapter: 'one-weight',
  },
} as const satisfies Record<string, GlossaryTerm>;

export type TermId = keyof typeof glossary;

/** The term that explains a symbol next to the label of a control. */
export const termOfSymbol: Readonly<Record<string, TermId>> = {
  'p(w)': 'prior',
  σₚ: 'prior-width',
  σ: 'noise',
  'p(y|f)': 'likelihood',
  'σ₀': 'initial-width',
  'KL[q(w) ‖ p(w)]': 'kl',
  S: 'samples',
  'S′': 'draw',
  β: 'tempering',
};
