import type { Problem } from '../experiment/problem/problem.ts';
import {
  activations,
  denseForward,
  type LinearMaps,
  type Pass,
  runNetwork,
} from '../model/networks/index.ts';
import { denseBackward } from './backward.ts';

/** A forward pass of the network on a batch, with an estimator's linear maps. inputs: [rows, inputCount]. */
export function networkPass(
  { plan, experiment }: Problem,
  maps: LinearMaps,
  inputs: Float64Array,
  rows: number,
): Pass {
  return runNetwork(plan, activations[experiment.network.activation], maps, inputs, rows);
}

/** The linear maps at one w [P]. Their backward pass adds dL/dw to `gradient` [P]. */
export function exactMaps({ plan }: Problem, weights: Float64Array, gradient: Float64Array): LinearMaps {
  return (index, inputs, rows) => {
    const layer = plan.layers[index]!;
    const outputs = new Float64Array(rows * layer.fanOut);
    denseForward(layer, weights, inputs, rows, outputs);
    return {
      outputs,
      backward: (delta, wantsInputs) => {
        const inputDelta = wantsInputs ? new Float64Array(inputs.length) : null;
        denseBackward(layer, weights, inputs, rows, delta, gradient, inputDelta);
        return inputDelta;
      },
    };
  };
}

// Loops instead of TypedArray.map, which takes three times as long: these run for every example of every sample.

/** Element-wise squares. */
export function squaresOf(values: Float64Array): Float64Array {
  return product(values, values);
}

/** Element-wise product left ∘ right. */
export function product(left: Float64Array, right: Float64Array): Float64Array {
  const out = new Float64Array(left.length);
  for (let k = 0; k < out.length; k++) out[k] = left[k]! * right[k]!;
  return out;
}
