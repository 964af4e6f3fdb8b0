import type { Problem } from '../experiment/problem/problem.ts';
import {
  activations,
  denseForward,
  type LinearMaps,
  type Pass,
  runNetwork,
} from '../model/networks/index.ts';
import { denseBackward } from './backward.ts';

/** The network on a batch, its linear maps as an estimator draws them. inputs: [rows, inputCount]. */
export function networkPass(
  { plan, experiment }: Problem,
  maps: LinearMaps,
  inputs: Float64Array,
  rows: number,
): Pass {
  return runNetwork(plan, activations[experiment.network.activation], maps, inputs, rows);
}

/** The linear maps at one w [P]; the way back is ordinary backprop, and adds dL/dw to `gradient` [P]. */
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

// Loops, not TypedArray.map, which costs three times as much: these run for every example of every sample.

/** Squares, element by element. */
export function squaresOf(values: Float64Array): Float64Array {
  return product(values, values);
}

/** left ∘ right. */
export function product(left: Float64Array, right: Float64Array): Float64Array {
  const out = new Float64Array(left.length);
  for (let k = 0; k < out.length; k++) out[k] = left[k]! * right[k]!;
  return out;
}
