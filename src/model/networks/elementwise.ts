import type { Activation } from './activations.ts';

// Loops, not TypedArray.map, which costs three times as much: these run for every example of every sample.

/** h = value(a), element-wise. */
export function applyActivation(preActivations: Float64Array, { value }: Activation): Float64Array {
  const out = new Float64Array(preActivations.length);
  for (let k = 0; k < out.length; k++) out[k] = value(preActivations[k]!);
  return out;
}

/** dL/da from dL/dh, in place. */
export function backpropagateActivation(
  delta: Float64Array,
  preActivations: Float64Array,
  outputs: Float64Array,
  { derivative }: Activation,
): Float64Array {
  for (let k = 0; k < delta.length; k++) delta[k]! *= derivative(preActivations[k]!, outputs[k]!);
  return delta;
}
