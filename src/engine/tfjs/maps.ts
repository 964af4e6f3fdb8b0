import { add, matMul, mul, reshape, slice, sqrt, square, type Tensor, tile } from '@tensorflow/tfjs-core';
import type { Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import type { DenseLayer, NetworkPlan } from '../../model/networks/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';
import { type LayerSigns, layerSigns, noiseTensor } from './noise.ts';

/**
 * Linear map `index` of a plan, as an estimator draws it: values [S, rows, fanIn] to [S, rows, fanOut]. Of the rows, each
 * `repeats` in succession belong to one example.
 */
export type TensorMaps = (index: number, values: Tensor, repeats: number) => Tensor;

/** The linear maps at S draws of the weights. weights: [S, P]. One batched product a map. */
export function sampledMaps(plan: NetworkPlan, weights: Tensor): TensorMaps {
  return (index, values) => affine(plan.layers[index]!, weights, values);
}

/** What an estimator needs to draw the linear maps of a step. */
export interface Draw {
  readonly problem: Problem;
  readonly step: number;
  /** Examples of the batch. */
  readonly rows: number;
  readonly mu: Tensor;
  readonly sigma: Tensor;
  /** w = μ + σε [S, P] and its ε, or null where the estimator draws no weights. */
  readonly weights: Tensor | null;
  readonly epsilon: Tensor | null;
}

/** Noise on the outputs of every map (Kingma et al. 2015, eq. 6), of a convolution at every place. */
function noisyMaps({ problem: { plan, experiment }, step, mu, sigma }: Draw): TensorMaps {
  const { inference, seed } = experiment;
  const { samples } = inference;
  const variances = square(sigma);
  return (index, values) => {
    const { fanIn, fanOut, kernelOffset, biasOffset } = plan.layers[index]!;
    const rows = values.shape[1]!;
    // All samples share the parameters: one product for all their rows.
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
 * One perturbation ΔW a sample, its signs flipped for each example: aM + ((a ∘ s) ΔW) ∘ r (Wen et al. 2018, eq. 4). An example
 * keeps its signs at every place and time step.
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

/** How each estimator draws the linear maps. */
export const tensorMaps = {
  'weight-sampling': ({ problem, weights }) => sampledMaps(problem.plan, weights as Tensor),
  'local-reparameterization': noisyMaps,
  flipout: flippedMaps,
} as const satisfies Record<Listed<typeof tfjsCapabilities, 'estimators'>, (draw: Draw) => TensorMaps>;

/** Each row of [S, rows, width] `times` in succession. */
function repeated(values: Tensor, times: number): Tensor {
  if (times === 1) return values;
  const [samples, rows, width] = values.shape as [number, number, number];
  const copies = tile(reshape(values, [samples, rows, 1, width]), [1, 1, times, 1]);
  return reshape(copies, [samples, rows * times, width]);
}

/** values · kernel + bias of one map with weights [S, P] of its own for each sample. values: [S, rows, fanIn]. */
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
