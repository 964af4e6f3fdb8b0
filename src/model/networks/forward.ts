import type { DenseLayer } from './dense.ts';

/**
 * Pre-activations of one dense layer: out[r, j] = Σ_i inputs[r, i] · kernel[i, j] + bias[j].
 * weights: the flat vector [P]; inputs: [rows, fanIn]; out: [rows, fanOut].
 */
export function denseForward(
  layer: DenseLayer,
  weights: Float64Array,
  inputs: Float64Array,
  rows: number,
  out: Float64Array,
): void {
  const { fanIn, fanOut, kernelOffset, biasOffset } = layer;
  for (let row = 0; row < rows; row++) {
    const start = row * fanOut;
    for (let j = 0; j < fanOut; j++) out[start + j] = weights[biasOffset + j]!;
    // Two inputs per iteration: halves the memory traffic of the outputs, which limits this loop.
    for (let i = 0; i < fanIn; i += 2) {
      const first = inputs[row * fanIn + i]!;
      const second = i + 1 < fanIn ? inputs[row * fanIn + i + 1]! : 0;
      if (first === 0 && second === 0) continue;
      const kernelRow = kernelOffset + i * fanOut;
      const nextRow = i + 1 < fanIn ? kernelRow + fanOut : kernelRow;
      for (let j = 0; j < fanOut; j++)
        out[start + j]! += first * weights[kernelRow + j]! + second * weights[nextRow + j]!;
    }
  }
}
