import {
  abs,
  add,
  div,
  erf,
  exp,
  log,
  mul,
  neg,
  softplus,
  square,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Listed } from '../../experiment/engine/engineCapabilities.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import type { PriorParameters } from '../../model/priors/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';

/** A prior as tensor operations; formulas as in src/model/priors, summed. priorScale: [P], scale of each weight's prior. */
export interface TensorPrior {
  /** Σ log p(w) over draws and weights. weights: [S, P]. */
  readonly logDensity: (weights: Tensor, priorScale: Tensor, parameters: PriorParameters) => Tensor;
  /** Σ KL[N(mu, sigma²) ‖ p]; null where no closed form exists. mu, sigma: [P]. */
  readonly divergence:
    | ((mu: Tensor, sigma: Tensor, priorScale: Tensor, parameters: PriorParameters) => Tensor)
    | null;
}

function normalLogDensity(weights: Tensor, sigma: Tensor): Tensor {
  return sub(mul(square(div(weights, sigma)), -0.5), add(log(sigma), 0.5 * LOG_TWO_PI));
}

const gaussian: TensorPrior = {
  logDensity: (weights, priorScale, { sigma }) => sum(normalLogDensity(weights, mul(priorScale, sigma))),
  divergence: (mu, sigma, priorScale, parameters) => {
    const priorSigma = mul(priorScale, parameters.sigma);
    const spread = div(add(square(sigma), square(mu)), mul(square(priorSigma), 2));
    return sum(sub(add(log(div(priorSigma, sigma)), spread), 0.5));
  },
};

const scaleMixture: TensorPrior = {
  // log(e^a + e^b) = a + softplus(b − a): value and gradient are finite for every w.
  logDensity: (weights, priorScale, { pi, sigma1, sigma2 }) => {
    const wide = add(normalLogDensity(weights, mul(priorScale, sigma1)), Math.log(pi));
    const narrow = add(normalLogDensity(weights, mul(priorScale, sigma2)), Math.log1p(-pi));
    return sum(add(wide, softplus(sub(narrow, wide))));
  },
  divergence: null,
};

const laplace: TensorPrior = {
  logDensity: (weights, priorScale, { scale }) => {
    const width = mul(priorScale, scale);
    return sum(sub(neg(div(abs(weights), width)), log(mul(width, 2))));
  },
  divergence: (mu, sigma, priorScale, { scale }) => {
    const width = mul(priorScale, scale);
    const z = div(mu, mul(sigma, Math.SQRT2));
    const meanSize = add(mul(mul(sigma, Math.sqrt(2 / Math.PI)), exp(neg(square(z)))), mul(mu, erf(z)));
    return sum(add(sub(log(div(mul(width, 2), sigma)), 0.5 * (LOG_TWO_PI + 1)), div(meanSize, width)));
  },
};

/** The priors as tensor operations. */
export const tensorPriors = { gaussian, 'scale-mixture': scaleMixture, laplace } as const satisfies Record<
  Listed<typeof tfjsCapabilities, 'priors'>,
  TensorPrior
>;
