import type { DenseLayer } from '../model/networks/index.ts';

/**
 * Backprop through one dense layer. delta: dL/d(pre-activations) [rows, fanOut]. Adds dL/dw to `gradient` [P] and, unless
 * inputDelta is null, writes dL/d(inputs) to it, [rows, fanIn].
 */
export function denseBackward(
  layer: DenseLayer,
  weights: Float64Array,
  inputs: Float64Array,
  rows: number,
  delta: Float64Array,
  gradient: Float64Array,
  inputDelta: Float64Array | null,
): void {
  const { fanIn, fanOut, kernelOffset, biasOffset } = layer;
  for (let row = 0; row < rows; row++) {
    const start = row * fanOut;
    for (let j = 0; j < fanOut; j++) gradient[biasOffset + j]! += delta[start + j]!;
  }
  // Two examples at a time: each weight is loaded once for both.
  for (let row = 0; row < rows; row += 2) {
    const start = row * fanOut;
    const paired = row + 1 < rows;
    const nextStart = paired ? start + fanOut : start;
    for (let i = 0; i < fanIn; i++) {
      const kernelRow = kernelOffset + i * fanOut;
      const first = inputs[row * fanIn + i]!;
      const second = paired ? inputs[(row + 1) * fanIn + i]! : 0;
      let firstSum = 0;
      let secondSum = 0;
      for (let j = 0; j < fanOut; j++) {
        const weight = weights[kernelRow + j]!;
        const firstDelta = delta[start + j]!;
        const secondDelta = delta[nextStart + j]!;
        gradient[kernelRow + j]! += first * firstDelta + second * secondDelta;
        firstSum += firstDelta * weight;
        secondSum += secondDelta * weight;
      }
      if (!inputDelta) continue;
      inputDelta[row * fanIn + i] = firstSum;
      if (paired) inputDelta[(row + 1) * fanIn + i] = secondSum;
    }
  }
}
