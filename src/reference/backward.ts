import type { DenseLayer } from '../networks/index.ts';

/**
 * Ordinary backprop through one dense layer. delta: dL/d(pre-activations) [rows, fanOut]; adds dL/dw to `gradient` [P]
 * and, where asked, writes dL/d(inputs) to inputDelta [rows, fanIn].
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
    for (let i = 0; i < fanIn; i++) {
      const kernelRow = kernelOffset + i * fanOut;
      const input = inputs[row * fanIn + i]!;
      for (let j = 0; j < fanOut; j++) gradient[kernelRow + j]! += input * delta[start + j]!;
      if (!inputDelta) continue;
      let sum = 0;
      for (let j = 0; j < fanOut; j++) sum += delta[start + j]! * weights[kernelRow + j]!;
      inputDelta[row * fanIn + i] = sum;
    }
  }
}
