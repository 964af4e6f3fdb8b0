import {
  add,
  matMul,
  mul,
  relu,
  reshape,
  sigmoid,
  sin,
  slice,
  sqrt,
  square,
  type Tensor,
  tanh,
} from '@tensorflow/tfjs-core';
import type { ActivationKind, NetworkPlan } from '../../networks/index.ts';

/** Every activation in tensors. */
const tensorActivations = {
  relu,
  tanh,
  sigmoid,
  silu: (a) => mul(a, sigmoid(a)),
  sin,
  linear: (a) => a,
} as const satisfies Record<ActivationKind, (a: Tensor) => Tensor>;

/**
 * Outputs [S, n, 1] under S draws of the weights. weights: [S, P]; inputs: [S, n, 1]. One batched product a layer.
 */
export function sampledForward(
  plan: NetworkPlan,
  activation: ActivationKind,
  weights: Tensor,
  inputs: Tensor,
): Tensor {
  const samples = weights.shape[0] as number;
  let hidden = inputs;
  plan.layers.forEach(({ fanIn, fanOut, kernelOffset, biasOffset }, index) => {
    const kernel = reshape(slice(weights, [0, kernelOffset], [samples, fanIn * fanOut]), [
      samples,
      fanIn,
      fanOut,
    ]);
    const bias = reshape(slice(weights, [0, biasOffset], [samples, fanOut]), [samples, 1, fanOut]);
    hidden = add(matMul(hidden, kernel), bias);
    if (index < plan.layers.length - 1) hidden = tensorActivations[activation](hidden);
  });
  return hidden;
}

/**
 * Outputs [S·n, 1] with the noise on the activations (Kingma et al. 2015, eq. 6). mu, sigma: [P]; inputs: [S·n, 1];
 * noise: one [S·n, fanOut] for each layer.
 */
export function locallyReparameterizedForward(
  plan: NetworkPlan,
  activation: ActivationKind,
  mu: Tensor,
  sigma: Tensor,
  inputs: Tensor,
  noise: readonly Tensor[],
): Tensor {
  const variances = square(sigma);
  let hidden = inputs;
  plan.layers.forEach(({ fanIn, fanOut, kernelOffset, biasOffset }, index) => {
    const affine = (parameters: Tensor, values: Tensor) =>
      add(
        matMul(values, reshape(slice(parameters, [kernelOffset], [fanIn * fanOut]), [fanIn, fanOut])),
        slice(parameters, [biasOffset], [fanOut]),
      );
    const deviation = sqrt(affine(variances, square(hidden)));
    hidden = add(affine(mu, hidden), mul(deviation, noise[index] as Tensor));
    if (index < plan.layers.length - 1) hidden = tensorActivations[activation](hidden);
  });
  return hidden;
}
