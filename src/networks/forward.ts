import type { Activation } from './activations.ts';
import type { DenseLayer, NetworkPlan } from './dense.ts';

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
    // Two inputs at a time: half as many trips to the outputs, which is what this loop waits for.
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

/** Outputs [rows, fanOut of the last layer] of the network at one draw of its weights [P]. inputs: [rows, fanIn]. */
export function networkOutputs(
  plan: NetworkPlan,
  activation: Activation,
  weights: Float64Array,
  inputs: Float64Array,
): Float64Array {
  const rows = inputs.length / plan.layers[0]!.fanIn;
  let hidden = inputs;
  plan.layers.forEach((layer, index) => {
    const out = new Float64Array(rows * layer.fanOut);
    denseForward(layer, weights, hidden, rows, out);
    if (index < plan.layers.length - 1)
      for (let k = 0; k < out.length; k++) out[k] = activation.value(out[k]!);
    hidden = out;
  });
  return hidden;
}
