import type { DenseLayer } from '../../model/networks/index.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Address } from './kernels.ts';

/** Weights [P], and a copy in which the kernels that the backward pass uses are transposed to [fanOut, fanIn]. */
export interface Weights {
  readonly flat: Address;
  readonly transposed: Address;
}

/** Allocates the transposed copy and, unless `flat` is given, the weights. */
export function createWeights({ problem, memory }: KernelContext, flat?: Address): Weights {
  const { parameterCount } = problem.plan;
  return { flat: flat ?? memory.floats(parameterCount), transposed: memory.floats(parameterCount) };
}

/** Updates the transposed kernels. The first is only needed if it is recurrent: inputs have no gradient. */
export function transposeKernels({ kernels, problem: { plan } }: KernelContext, weights: Weights): void {
  const first = plan.ops[0]?.kind === 'recurrent' ? 0 : 1;
  for (let index = first; index < plan.layers.length; index++) {
    const { fanIn, fanOut, kernelOffset } = plan.layers[index]!;
    const kernel = 4 * kernelOffset;
    kernels.transpose(weights.flat + kernel, weights.transposed + kernel, fanIn, fanOut);
  }
}

/** inputs [rows, fanIn] · kernel + bias → out [rows, fanOut]. weights: [P]. */
export function denseForward(
  { kernels, vectors }: KernelContext,
  { fanIn, fanOut, kernelOffset, biasOffset }: DenseLayer,
  weights: Address,
  inputs: Address,
  rows: number,
  out: Address,
): void {
  const [kernel, bias] = [weights + 4 * kernelOffset, weights + 4 * biasOffset];
  kernels.product(inputs, kernel, bias, out, rows, fanIn, fanOut, vectors.panels);
}

/**
 * Backprop through one layer. delta: dL/d(pre-activations) [rows, fanOut]. Adds dL/dw to the layer's part of `gradient` [P]
 * and, unless inputDelta is null, writes dL/d(inputs) to it, [rows, fanIn].
 */
export function denseBackward(
  { kernels, vectors }: KernelContext,
  { fanIn, fanOut, kernelOffset, biasOffset }: DenseLayer,
  { transposed }: Weights,
  inputs: Address,
  rows: number,
  delta: Address,
  gradient: Address,
  inputDelta: Address | null,
): void {
  const kernel = 4 * kernelOffset;
  kernels.outerProduct(inputs, delta, gradient + kernel, rows, fanIn, fanOut);
  kernels.columnSums(delta, gradient + 4 * biasOffset, rows, fanOut);
  if (inputDelta === null) return;
  const { zeros, panels } = vectors;
  kernels.product(delta, transposed + kernel, zeros, inputDelta, rows, fanOut, fanIn, panels);
}
