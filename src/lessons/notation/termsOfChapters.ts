import type { GlossaryTerm } from '../../plots/frame/glossary.ts';

/** Technical words that the chapters use and the interface does not, in English; translated where they are shown. */
export const termsOfChapters: readonly GlossaryTerm[] = [
  {
    word: 'evidence',
    sentence: 'p(D): how probable the data are under the prior, averaged over all weights.',
    chapter: 'one-weight',
  },
  {
    word: 'ELBO',
    sentence: 'Evidence lower bound: −F, which is never above log p(D).',
    chapter: 'simpler-q',
  },
  {
    word: 'variational inference',
    sentence: 'Fitting a simple distribution q to the posterior by minimising F.',
    chapter: 'simpler-q',
  },
  {
    word: 'mode-seeking',
    sentence:
      'Minimising KL[q ‖ p] over q: q settles on one peak of p and avoids places where p is almost zero.',
    chapter: 'simpler-q',
  },
  {
    word: 'mass-covering',
    sentence: 'Minimising KL[p ‖ q] over q: q spreads over every place where p has mass.',
    chapter: 'simpler-q',
  },
  {
    word: 'mutual information',
    sentence:
      'What the answer y would tell about the weights, in nats: the epistemic part of the entropy of a prediction.',
    chapter: 'averaging',
  },
  {
    word: 'Monte Carlo estimate',
    sentence: 'An average estimated by the mean over random draws.',
    chapter: 'averaging',
  },
  {
    word: 'MAP',
    sentence: 'Maximum a posteriori: the single most probable weights, with no distribution around them.',
    chapter: 'distribution',
  },
  {
    word: 'reparameterisation trick',
    sentence:
      'Writing a draw as a function of its parameters and of noise without parameters, so that backprop can differentiate it.',
    chapter: 'reparameterisation',
  },
  {
    word: 'pathwise estimator',
    sentence: 'The gradient of an average through the draws themselves: it uses the slope of the cost.',
    chapter: 'reparameterisation',
  },
  {
    word: 'score-function estimator',
    sentence: 'The gradient of an average from the values of the cost alone; also called REINFORCE.',
    chapter: 'reparameterisation',
  },
  {
    word: 'local reparameterisation',
    sentence: 'Drawing the sums that enter the units, for each example anew, instead of the weights.',
    chapter: 'local-reparameterisation',
  },
  {
    word: 'Flipout',
    sentence:
      'One draw of the weights for a batch, with the signs of its noise flipped differently for each example.',
    chapter: 'local-reparameterisation',
  },
  {
    word: 'softplus',
    sentence: 'The function log(1 + e^ρ), which turns any number ρ into a positive one.',
    chapter: 'bayes-by-backprop',
  },
];
