import { standardNormal } from '../../math/random.ts';
import { normalLogDensity } from '../../math/special.ts';
import type { Prior } from './prior.ts';

/** p(w) = N(0, sigma²); sigma is a standard deviation. */
export const gaussian: Prior = {
  label: 'Gaussian',
  teaches: 'Pulls every weight towards zero: a smaller width gives smoother functions and a narrower band.',
  source: 'Graves 2011; Blundell et al. 2015, §3',
  controls: [
    { key: 'sigma', label: 'Prior width', symbol: 'σₚ', minimum: 0.01, maximum: 10, logarithmic: true },
  ],
  logDensity: (w, { sigma }) => normalLogDensity(w, 0, sigma),
  logDensityDerivative: (w, { sigma }) => -w / sigma ** 2,
  draw: (random, { sigma }) => sigma * standardNormal(random),
  deviation: ({ sigma }) => sigma,
  precision: ({ sigma }) => 1 / sigma ** 2,
  divergence: (mu, sigma, { sigma: priorSigma }) => {
    const variance = priorSigma ** 2;
    return {
      kl: Math.log(priorSigma / sigma) + (sigma ** 2 + mu ** 2) / (2 * variance) - 0.5,
      mu: mu / variance,
      sigma: sigma / variance - 1 / sigma,
    };
  },
};
