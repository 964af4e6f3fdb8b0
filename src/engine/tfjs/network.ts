import { mul, relu, sigmoid, sin, type Tensor, tanh } from '@tensorflow/tfjs-core';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { ActivationKind, NetworkPlan } from '../../model/networks/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';
import { convolve } from './convolution.ts';
import type { TensorMaps } from './maps.ts';
import { recur } from './recurrence.ts';

/** The activations as tensor operations. */
const tensorActivations = {
  relu,
  tanh,
  sigmoid,
  silu: (a) => mul(a, sigmoid(a)),
  sin,
  linear: (a) => a,
} as const satisfies Record<Listed<typeof tfjsCapabilities, 'activations'>, (a: Tensor) => Tensor>;

/** Outputs [S, n, outputs] of a network, with an estimator's linear maps. inputs: [S, n, inputs]. */
export function tensorNetwork(
  plan: NetworkPlan,
  activation: ActivationKind,
  maps: TensorMaps,
  inputs: Tensor,
): Tensor {
  const activate = implementationOf<(a: Tensor) => Tensor>(tensorActivations, activation);
  return plan.ops.reduce<Tensor>((values, op, index) => {
    if (op.kind === 'convolution') return convolve(op, activate, maps, values);
    if (op.kind === 'recurrent') return recur(op, maps, values);
    const outputs = maps(op.map, values, 1);
    return index < plan.ops.length - 1 ? activate(outputs) : outputs;
  }, inputs);
}
