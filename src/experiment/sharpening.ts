import type { Experiment } from './experiment.ts';

/** σ₀ of posterior sharpening: how far the weights of a minibatch lie from those of the posterior. */
const SIGMA = 0.02;

/** σ₀ where the posterior is sharpened (Fortunato et al. 2017, §4): recurrent networks, by Bayes by Backprop; null elsewhere. */
export function sharpeningSigma({ network, inference }: Experiment): number | null {
  const sharpens = network.kind === 'recurrent' && inference.method === 'bayes-by-backprop';
  return sharpens && network.sharpening ? SIGMA : null;
}
