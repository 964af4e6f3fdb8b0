import { add, matMul, mul, reshape, slice, sqrt, square, type Tensor, tile } from '@tensorflow/tfjs-core';
import type { Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import type { DenseLayer, NetworkPlan } from '../../model/networks/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';
import { type LayerSigns, layerSigns, noiseTensor } from './noise.ts';

/**
 * Applies linear map `index` of a plan with an estimator's noise: values [S, rows, fanIn] to [S, rows, fanOut]. Each
 * `repeats` consecutive rows belong to one example.
 */
export type TensorMaps = (index: number, values: Tensor, repeats: number) => Tensor;

/** The linear maps at S draws of the weights, one batched product each. weights: [S, P]. */
export function sampledMaps(plan: NetworkPlan, weights: Tensor): TensorMaps {
  return (index, values) => affine(plan.layers[index]!, weights, values);
}

/** The inputs of an estimator for one step. */
export interface Draw {
  readonly problem: Problem;
  readonly step: number;
  /** Number of examples in the batch. */
  readonly rows: number;
  readonly mu: Tensor;
  readonly sigma: Tensor;
  /** w = μ + σ ∘ ε and its ε, [S, P]; null where the estimator draws no weights. */
  readonly weights: Tensor | null;
  readonly epsilon: Tensor | null;
}

/** Noise on the outputs of every map (Kingma et al. 2015, eq. 6); for convolutions, independent at every place. */
function noisyMaps({ problem: { plan, experiment }, step, mu, sigma }: Draw): TensorMaps {
  const { inference, seed } = experiment;
  const { samples } = inference;
  const variances = square(sigma);
  return (index, values) => {
    const { fanIn, fanOut, kernelOffset, biasOffset } = plan.layers[index]!;
    const rows = values.shape[1]!;
    // All samples share the parameters: one product computes the rows of all samples.
    const shared = (parameters: Tensor, inputs: Tensor) => {
      const kernel = reshape(slice(parameters, [kernelOffset], [fanIn * fanOut]), [fanIn, fanOut]);
      return add(matMul(inputs, kernel), slice(parameters, [biasOffset], [fanOut]));
    };
    const flat = reshape(values, [samples * rows, fanIn]);
    const noise = noiseTensor(samples, rows * fanOut, seed, streams.activations + index, step);
    const deviation = sqrt(shared(variances, square(flat)));
    const outputs = add(shared(mu, flat), mul(deviation, reshape(noise, [samples * rows, fanOut])));
    return reshape(outputs, [samples, rows, fanOut]);
  };
}

/**
 * One perturbation ΔW for each sample, with random signs for each example: aM + ((a ∘ s) ΔW) ∘ r (Wen et al. 2018, eq. 4).
 * An example has the same signs at every place and time step.
 */
function flippedMaps({ problem: { plan, experiment }, step, rows, mu, sigma, epsilon }: Draw): TensorMaps {
  const { inference, seed } = experiment;
  const { samples } = inference;
  const perturbations = mul(sigma, epsilon as Tensor);
  const means = tile(reshape(mu, [1, mu.size]), [samples, 1]);
  const known = new Map<number, LayerSigns>();
  return (index, values, repeats) => {
    const layer = plan.layers[index]!;
    const signs = known.get(index) ?? layerSigns(layer, samples, rows, seed, index, step);
    known.set(index, signs);
    const perturbed = affine(layer, perturbations, mul(values, repeated(signs.inputs, repeats)));
    return add(affine(layer, means, values), mul(perturbed, repeated(signs.outputs, repeats)));
  };
}

/** The linear maps of each estimator. */
export const tensorMaps = {
  'weight-sampling': ({ problem, weights }) => sampledMaps(problem.plan, weights as Tensor),
  'local-reparameterization': noisyMaps,
  flipout: flippedMaps,
} as const satisfies Record<Listed<typeof tfjsCapabilities, 'estimators'>, (draw: Draw) => TensorMaps>;

/** Repeats each row of [S, rows, width] `times` times in succession. */
function repeated(values: Tensor, times: number): Tensor {
  if (times === 1) return values;
  const [samples, rows, width] = values.shape as [number, number, number];
  const copies = tile(reshape(values, [samples, rows, 1, width]), [1, 1, times, 1]);
  return reshape(copies, [samples, rows * times, width]);
}

/** values · kernel + bias of one map, with separate weights [S, P] for each sample. values: [S, rows, fanIn]. */
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
