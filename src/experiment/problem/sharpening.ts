import { methods } from '../../model/methods/index.ts';
import type { Experiment } from '../document/experiment.ts';

/** σ₀: the standard deviation of a minibatch's weights around those it was drawn from. */
const SIGMA = 0.02;

/** σ₀ where the posterior is sharpened (Fortunato et al. 2017, §4), in recurrent networks whose q is fitted; null elsewhere. */
export function sharpeningSigma({ network, inference }: Experiment): number | null {
  const able = network.kind === 'recurrent' && methods[inference.method].fitsDistribution;
  return able && network.sharpening ? SIGMA : null;
}
