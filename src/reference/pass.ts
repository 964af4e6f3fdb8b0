import type { Problem } from '../experiment/problem.ts';
import { type Activation, activations, type DenseLayer } from '../networks/index.ts';

/** One layer's part of a forward pass, kept for the way back. */
export interface Pass {
  readonly layer: DenseLayer;
  /** What came in, a [rows, fanIn]. */
  readonly inputs: Float64Array;
  /** b before the activation, [rows, fanOut]. */
  readonly preActivations: Float64Array;
}

/** The hidden activation of a problem's network. */
export function activationOf({ experiment }: Problem): Activation {
  return activations[experiment.network.activation];
}

// Loops, not TypedArray.map, which costs three times as much: these run for every example of every sample.
export function squaresOf(values: Float64Array): Float64Array {
  return product(values, values);
}

export function product(left: Float64Array, right: Float64Array): Float64Array {
  const out = new Float64Array(left.length);
  for (let k = 0; k < out.length; k++) out[k] = left[k]! * right[k]!;
  return out;
}

export function activate(preActivations: Float64Array, { value }: Activation): Float64Array {
  const out = new Float64Array(preActivations.length);
  for (let k = 0; k < out.length; k++) out[k] = value(preActivations[k]!);
  return out;
}

/** dL/d(pre-activations) from dL/d(outputs), in place. */
export function throughActivation(
  delta: Float64Array,
  preActivations: Float64Array,
  outputs: Float64Array,
  { derivative }: Activation,
): Float64Array {
  for (let k = 0; k < delta.length; k++) delta[k]! *= derivative(preActivations[k]!, outputs[k]!);
  return delta;
}
