import type { DenseLayer, NetworkPlan } from '../../networks/index.ts';
import type { Bench } from './bench.ts';
import type { Address, Kernels } from './kernels.ts';

/** A vector of weights [P], and the same vector with every kernel transposed to [fanOut, fanIn]. */
export interface Weights {
  readonly flat: Address;
  readonly transposed: Address;
}

export function createWeights({ problem, memory }: Bench, flat?: Address): Weights {
  const { parameterCount } = problem.plan;
  return { flat: flat ?? memory.floats(parameterCount), transposed: memory.floats(parameterCount) };
}

/** Brings the transposed kernels up to date. */
export function transposeKernels({ transpose }: Kernels, plan: NetworkPlan, weights: Weights): void {
  for (const { fanIn, fanOut, kernelOffset } of plan.layers)
    transpose(weights.flat + 4 * kernelOffset, weights.transposed + 4 * kernelOffset, fanIn, fanOut);
}

/** inputs [rows, fanIn] · kernel + bias → out [rows, fanOut]. */
export function denseForward(
  { product }: Kernels,
  { fanIn, fanOut, kernelOffset, biasOffset }: DenseLayer,
  { flat, transposed }: Weights,
  inputs: Address,
  rows: number,
  out: Address,
): void {
  const kernel = 4 * kernelOffset;
  product(inputs, flat + kernel, transposed + kernel, flat + 4 * biasOffset, out, rows, fanIn, fanOut);
}

/**
 * Ordinary backprop through one layer. delta: dL/d(pre-activations) [rows, fanOut]; writes dL/dw to the layer's part of
 * `gradient` [P] and, where asked, dL/d(inputs) to inputDelta [rows, fanIn].
 */
export function denseBackward(
  { product, outerProduct, columnSums }: Kernels,
  { fanIn, fanOut, kernelOffset, biasOffset }: DenseLayer,
  { flat, transposed }: Weights,
  inputs: Address,
  rows: number,
  delta: Address,
  gradient: Address,
  inputDelta: Address | null,
): void {
  const kernel = 4 * kernelOffset;
  outerProduct(inputs, delta, gradient + kernel, rows, fanIn, fanOut);
  columnSums(delta, gradient + 4 * biasOffset, rows, fanOut);
  if (inputDelta !== null)
    product(delta, transposed + kernel, flat + kernel, 0, inputDelta, rows, fanOut, fanIn);
}
