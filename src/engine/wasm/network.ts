import type { ActivationKind } from '../../model/networks/index.ts';
import { activationKernel } from './activations.ts';
import { createConvolution } from './convolution.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Call, CreateCall, KernelOp, MapBackward, MapForward, Tile } from './kernelOp.ts';
import type { Address } from './kernels.ts';
import { createRecurrence } from './recurrence.ts';

/** A network in the kernels' memory. */
export interface WasmNetwork {
  readonly calls: readonly Call[];
  /** The network's outputs [rows, outputCount], and dL/d(outputs). */
  readonly outputs: Address;
  readonly delta: Address;
  readonly forward: (tile: Tile, map: MapForward) => void;
  /** Propagates the outputs' delta to all maps; overwrites the deltas. */
  readonly backward: (tile: Tile, map: MapBackward) => void;
}

/** Allocates the network of the context's problem. */
export function createNetwork(context: KernelContext): WasmNetwork {
  const { problem, memory, tileRows } = context;
  const { plan, experiment } = problem;
  const calls: Call[] = [];
  const createCall: CreateCall = (map, repeats) => {
    const layer = plan.layers[map]!;
    const floats = () => memory.floats(tileRows * repeats * layer.fanOut);
    const firstOfMap = calls.every((call) => call.map !== map);
    const call: Call = {
      id: calls.length,
      map,
      layer,
      firstOfMap,
      repeats,
      outputs: floats(),
      delta: floats(),
    };
    calls.push(call);
    return call;
  };
  const { activation } = experiment.network;
  const ops = plan.ops.map((op, index) => {
    if (op.kind === 'convolution') return createConvolution(context, op, activation, createCall);
    if (op.kind === 'recurrent') return createRecurrence(context, op, createCall);
    return createDense(context, createCall(op.map, 1), index < plan.ops.length - 1 ? activation : null);
  });
  const last = ops.at(-1)!;
  return {
    calls,
    outputs: last.outputs,
    delta: last.delta,
    forward: ({ inputs, rows }, map) => {
      ops.forEach((op, index) => op.forward(index === 0 ? inputs : ops[index - 1]!.outputs, rows, map));
    },
    backward: ({ inputs, rows }, map) => {
      for (let index = ops.length - 1; index >= 0; index--) {
        const before = ops[index - 1];
        ops[index]!.backward(before?.outputs ?? inputs, rows, before?.delta ?? null, map);
      }
    },
  };
}

/** A dense layer and its activation; null for the last layer. */
function createDense(
  { kernels, memory, tileRows }: KernelContext,
  call: Call,
  activation: ActivationKind | null,
): KernelOp {
  const { fanOut } = call.layer;
  const activate = activation && activationKernel(kernels, activation);
  const slopes = activate ? memory.floats(tileRows * fanOut) : 0;
  return {
    outputs: call.outputs,
    delta: call.delta,
    forward: (inputs, rows, map) => {
      map(call, inputs, rows);
      activate?.(call.outputs, slopes, rows * fanOut);
    },
    backward: (inputs, rows, inputDelta, map) => {
      if (activate) kernels.multiply(call.delta, slopes, call.delta, rows * fanOut);
      map(call, inputs, rows, inputDelta);
    },
  };
}
