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
  tile,
} from '@tensorflow/tfjs-core';
import type { ActivationKind, DenseLayer, NetworkPlan } from '../../networks/index.ts';

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
 * Outputs [S, n, outputs] under S draws of the weights. weights: [S, P]; inputs: [S, n, inputs]. One batched product a layer.
 */
export function sampledForward(
  plan: NetworkPlan,
  activation: ActivationKind,
  weights: Tensor,
  inputs: Tensor,
): Tensor {
  let hidden = inputs;
  plan.layers.forEach((layer, index) => {
    hidden = affine(layer, weights, hidden);
    if (index < plan.layers.length - 1) hidden = tensorActivations[activation](hidden);
  });
  return hidden;
}

/**
 * Outputs [S·n, outputs] with the noise on the activations (Kingma et al. 2015, eq. 6). mu, sigma: [P]; inputs: [S·n, inputs];
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
    const shared = (parameters: Tensor, values: Tensor) =>
      add(
        matMul(values, reshape(slice(parameters, [kernelOffset], [fanIn * fanOut]), [fanIn, fanOut])),
        slice(parameters, [biasOffset], [fanOut]),
      );
    const deviation = sqrt(shared(variances, square(hidden)));
    hidden = add(shared(mu, hidden), mul(deviation, noise[index] as Tensor));
    if (index < plan.layers.length - 1) hidden = tensorActivations[activation](hidden);
  });
  return hidden;
}

/** One layer's signs: s [S, n, fanIn] and r [S, n, fanOut]. */
export interface LayerSigns {
  readonly inputs: Tensor;
  readonly outputs: Tensor;
}

/**
 * Outputs [S, n, outputs] with one perturbation ΔW a sample, its signs flipped for each example: aM + ((a ∘ s) ΔW) ∘ r
 * (Wen et al. 2018, eq. 4). mu: [P]; perturbations σ ∘ ε: [S, P]; inputs: [S, n, inputs].
 */
export function flippedForward(
  plan: NetworkPlan,
  activation: ActivationKind,
  mu: Tensor,
  perturbations: Tensor,
  inputs: Tensor,
  signs: readonly LayerSigns[],
): Tensor {
  const samples = perturbations.shape[0] as number;
  let hidden = inputs;
  plan.layers.forEach((layer, index) => {
    const { inputs: s, outputs: r } = signs[index] as LayerSigns;
    const means = affine(layer, tile(reshape(mu, [1, mu.size]), [samples, 1]), hidden);
    hidden = add(means, mul(affine(layer, perturbations, mul(hidden, s)), r));
    if (index < plan.layers.length - 1) hidden = tensorActivations[activation](hidden);
  });
  return hidden;
}

/** values · kernel + bias of one layer with weights [S, P] of its own for each sample. values: [S, n, fanIn]. */
function affine(
  { fanIn, fanOut, kernelOffset, biasOffset }: DenseLayer,
  weights: Tensor,
  values: Tensor,
): Tensor {
  const samples = weights.shape[0] as number;
  const kernel = reshape(slice(weights, [0, kernelOffset], [samples, fanIn * fanOut]), [
    samples,
    fanIn,
    fanOut,
  ]);
  const bias = reshape(slice(weights, [0, biasOffset], [samples, fanOut]), [samples, 1, fanOut]);
  return add(matMul(values, kernel), bias);
}
