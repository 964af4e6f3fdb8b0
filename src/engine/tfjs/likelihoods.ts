import {
  add,
  cast,
  clipByValue,
  exp,
  logSumExp,
  mul,
  neg,
  oneHot,
  reshape,
  slice,
  softplus,
  square,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Listed } from '../../experiment/engine/engineCapabilities.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import { logVarianceBounds } from '../../model/likelihoods/heteroscedastic.ts';
import type { tfjsCapabilities } from './capabilities.ts';

/**
 * −Σ log p(y | f) over samples and rows; formulas as in src/model/likelihoods. outputs: [S, n, outputs]; targets: [n];
 * logNoise: scalar.
 */
type TensorCost = (outputs: Tensor, targets: Tensor, logNoise: Tensor) => Tensor;

const column = (outputs: Tensor, index: number): Tensor => {
  const [samples, rows] = outputs.shape as [number, number];
  return reshape(slice(outputs, [0, 0, index], [samples, rows, 1]), [samples, rows]);
};

const gaussian: TensorCost = (outputs, targets, logNoise) => {
  const f = column(outputs, 0);
  const residual = mul(sub(f, targets), exp(neg(logNoise)));
  return add(sum(mul(square(residual), 0.5)), mul(add(logNoise, 0.5 * LOG_TWO_PI), f.size));
};

const heteroscedastic: TensorCost = (outputs, targets) => {
  const s = clipByValue(column(outputs, 1), ...logVarianceBounds);
  const squared = square(sub(column(outputs, 0), targets));
  return mul(sum(add(add(mul(squared, exp(neg(s))), s), LOG_TWO_PI)), 0.5);
};

/** softplus(∓ log-odds): minus for class 1, plus for class 0. */
const bernoulli: TensorCost = (outputs, targets) =>
  sum(softplus(mul(column(outputs, 0), sub(1, mul(targets, 2)))));

const categorical: TensorCost = (outputs, targets) => {
  const classes = outputs.shape[2] as number;
  const chosen = mul(outputs, oneHot(cast(targets, 'int32'), classes));
  return sub(sum(logSumExp(outputs, 2)), sum(chosen));
};

/** The likelihoods as tensor operations. */
export const tensorLikelihoods = {
  gaussian,
  heteroscedastic,
  bernoulli,
  categorical,
} as const satisfies Record<Listed<typeof tfjsCapabilities, 'likelihoods'>, TensorCost>;
