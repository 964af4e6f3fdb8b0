import { erf, LOG_TWO_PI } from '../../math/special.ts';
import type { Prior } from './prior.ts';

/** p(w) = exp(−|w|/b)/(2b); b is `scale`. */
export const laplace: Prior = {
  label: 'Laplace',
  teaches: 'A sharp peak and heavier tails than the Gaussian: small weights are pushed harder to zero.',
  source: 'Graves 2011, §4.1',
  controls: [{ key: 'scale', label: 'Scale', symbol: 'b', minimum: 0.01, maximum: 10, logarithmic: true }],
  logDensity: (w, { scale }) => -Math.abs(w) / scale - Math.log(2 * scale),
  logDensityDerivative: (w, { scale }) => -Math.sign(w) / scale,
  draw: (random, { scale }) => {
    const centred = random() - 0.5;
    return -scale * Math.sign(centred) * Math.log(1 - 2 * Math.abs(centred));
  },
  deviation: ({ scale }) => Math.SQRT2 * scale,
  precision: null,
  // E|w| under N(mu, sigma²) is the mean of the folded normal.
  divergence: (mu, sigma, { scale }) => {
    const density = Math.sqrt(2 / Math.PI) * Math.exp(-(mu ** 2) / (2 * sigma ** 2));
    const balance = erf(mu / (sigma * Math.SQRT2));
    const meanSize = sigma * density + mu * balance;
    return {
      kl: Math.log((2 * scale) / sigma) - 0.5 * (LOG_TWO_PI + 1) + meanSize / scale,
      mu: balance / scale,
      sigma: density / scale - 1 / sigma,
    };
  },
};
