import { standardNormal } from '../../math/random.ts';
import { logAddExp, normalLogDensity } from '../../math/special.ts';
import type { Prior } from './prior.ts';

/**
 * p(w) = π N(0, σ₁²) + (1 − π) N(0, σ₂²), one mixture for each weight (Blundell et al. 2015, eq. 7). Computed in log
 * space: at w = 40 both densities underflow although the gradient is −w/σ₁².
 */
export const scaleMixture: Prior = {
  label: 'Scale mixture',
  teaches: 'A narrow peak at zero and wide tails: many weights stay near zero, a few may be large.',
  source: 'Blundell et al. 2015, eq. 7',
  controls: [
    {
      key: 'pi',
      label: 'Share of the wide part',
      symbol: 'π',
      minimum: 0.01,
      maximum: 0.99,
      logarithmic: false,
    },
    { key: 'sigma1', label: 'Wide width', symbol: 'σ₁', minimum: 0.01, maximum: 10, logarithmic: true },
    { key: 'sigma2', label: 'Narrow width', symbol: 'σ₂', minimum: 0.001, maximum: 10, logarithmic: true },
  ],
  logDensity: (w, { pi, sigma1, sigma2 }) =>
    logAddExp(
      Math.log(pi) + normalLogDensity(w, 0, sigma1),
      Math.log1p(-pi) + normalLogDensity(w, 0, sigma2),
    ),
  logDensityDerivative: (w, { pi, sigma1, sigma2 }) => {
    const wide = Math.log(pi) + normalLogDensity(w, 0, sigma1);
    const narrow = Math.log1p(-pi) + normalLogDensity(w, 0, sigma2);
    const total = logAddExp(wide, narrow);
    return -w * (Math.exp(wide - total) / sigma1 ** 2 + Math.exp(narrow - total) / sigma2 ** 2);
  },
  draw: (random, { pi, sigma1, sigma2 }) => (random() < pi ? sigma1 : sigma2) * standardNormal(random),
  deviation: ({ pi, sigma1, sigma2 }) => Math.sqrt(pi * sigma1 ** 2 + (1 - pi) * sigma2 ** 2),
  precision: null,
  divergence: null,
};
