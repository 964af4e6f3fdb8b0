import type { Activation } from './activations.ts';
import { convolve } from './convolution.ts';
import { applyActivation, backpropagateActivation } from './elementwise.ts';
import { denseForward } from './forward.ts';
import type { LinearMaps, Pass } from './linear.ts';
import type { NetworkPlan } from './plan.ts';
import { recur } from './recurrent.ts';

/**
 * Runs the network on inputs [rows, inputCount] with linear maps drawn by any estimator. `backward` takes dL/d outputs
 * [rows, outputCount].
 */
export function runNetwork(
  plan: NetworkPlan,
  activation: Activation,
  maps: LinearMaps,
  inputs: Float64Array,
  rows: number,
): Pass {
  const passes: Pass[] = [];
  let values = inputs;
  plan.ops.forEach((op, index) => {
    const pass =
      op.kind === 'convolution'
        ? convolve(op, activation, maps, values, rows)
        : op.kind === 'recurrent'
          ? recur(op, maps, values, rows)
          : dense(maps(op.map, values, rows, 1), index < plan.ops.length - 1 ? activation : null);
    passes.push(pass);
    values = pass.outputs;
  });
  return {
    outputs: values,
    backward: (outputDelta, wantsInputs) => {
      let delta: Float64Array | null = outputDelta;
      for (let index = passes.length - 1; index >= 0; index--)
        delta = passes[index]!.backward(delta!, wantsInputs || index > 0);
      return delta;
    },
  };
}

function dense(linear: Pass, activation: Activation | null): Pass {
  if (!activation) return linear;
  const outputs = applyActivation(linear.outputs, activation);
  return {
    outputs,
    backward: (delta, wantsInputs) =>
      linear.backward(backpropagateActivation(delta, linear.outputs, outputs, activation), wantsInputs),
  };
}

/** The linear maps at one w [P], without a backward pass. */
function mapsAt(plan: NetworkPlan, weights: Float64Array): LinearMaps {
  return (index, inputs, rows) => {
    const layer = plan.layers[index]!;
    const outputs = new Float64Array(rows * layer.fanOut);
    denseForward(layer, weights, inputs, rows, outputs);
    return { outputs, backward: () => null };
  };
}

/** Outputs [rows, outputCount] of the network at one draw of its weights [P]. inputs: [rows, inputCount]. */
export function networkOutputs(
  plan: NetworkPlan,
  activation: Activation,
  weights: Float64Array,
  inputs: Float64Array,
): Float64Array {
  const rows = inputs.length / plan.inputCount;
  return runNetwork(plan, activation, mapsAt(plan, weights), inputs, rows).outputs;
}
