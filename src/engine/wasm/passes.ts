import type { DenseLayer } from '../../networks/index.ts';
import { wasmActivations } from './activations.ts';
import { type Bench, TILE } from './bench.ts';
import type { Address } from './kernels.ts';

/** Consecutive rows of a batch, at most TILE. */
export interface Tile {
  /** Of all rows of the batch, the first of these. */
  readonly first: number;
  readonly rows: number;
  readonly batchRows: number;
  /** Their inputs [rows, inputCount]. */
  readonly inputs: Address;
}

/** One layer's numbers for a tile, kept for the way back. */
export interface Pass {
  readonly layer: DenseLayer;
  /** Pre-activations [rows, fanOut]; of a hidden layer then the activations themselves. */
  readonly outputs: Address;
  /** The activation's derivative, and dL/d(pre-activations); [rows, fanOut]. */
  readonly slopes: Address;
  readonly delta: Address;
}

export function createPasses({ problem, memory }: Bench): readonly Pass[] {
  return problem.plan.layers.map((layer) => {
    const floats = () => memory.floats(TILE * layer.fanOut);
    return { layer, outputs: floats(), slopes: floats(), delta: floats() };
  });
}

/** What comes into a layer: the tile's inputs, or what the layer before gave. */
function inputsOf(passes: readonly Pass[], index: number, tile: Tile): Address {
  return index === 0 ? tile.inputs : passes[index - 1]!.outputs;
}

/** Layer after layer: `layerForward` gives pre-activations, and hidden layers are activated. */
export function forward(
  { problem, kernels }: Bench,
  passes: readonly Pass[],
  tile: Tile,
  layerForward: (pass: Pass, inputs: Address, index: number) => void,
): void {
  const activate = kernels[wasmActivations[problem.experiment.network.activation]];
  passes.forEach((pass, index) => {
    layerForward(pass, inputsOf(passes, index, tile), index);
    if (index < passes.length - 1) activate(pass.outputs, pass.slopes, tile.rows * pass.layer.fanOut);
  });
}

/**
 * And back: `layerBackward` gives the gradient of a layer from its delta and, but for the first layer, writes
 * dL/d(inputs) to `inputDelta`, which then passes the activation.
 */
export function backward(
  { kernels }: Bench,
  passes: readonly Pass[],
  tile: Tile,
  layerBackward: (pass: Pass, inputs: Address, index: number, inputDelta: Address | null) => void,
): void {
  for (let index = passes.length - 1; index >= 0; index--) {
    const before = passes[index - 1];
    layerBackward(passes[index]!, inputsOf(passes, index, tile), index, before?.delta ?? null);
    if (before) kernels.multiply(before.delta, before.slopes, before.delta, tile.rows * before.layer.fanOut);
  }
}
