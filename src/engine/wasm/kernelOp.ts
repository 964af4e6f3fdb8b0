import type { DenseLayer } from '../../model/networks/index.ts';
import type { Address } from './kernels.ts';

/** Consecutive rows of a batch, at most as many as the bench has room for. */
export interface Tile {
  /** Of all rows of the batch, the first of these. */
  readonly first: number;
  readonly rows: number;
  readonly batchRows: number;
  /** Their inputs [rows, inputCount]. */
  readonly inputs: Address;
}

/** One use of a linear map in a pass through the network: recurrent maps have one at every time step. */
export interface Call {
  /** Its place among all uses. */
  readonly id: number;
  /** The linear map among the plan's layers. */
  readonly map: number;
  readonly layer: DenseLayer;
  /** Whether no use of this map comes before it. */
  readonly firstOfMap: boolean;
  /** Rows that belong to one example, one after the other: 1 but for the places of an image. */
  readonly repeats: number;
  /** Pre-activations, and dL/d of them; [rows, fanOut]. */
  readonly outputs: Address;
  readonly delta: Address;
}

/** Allocates the next use of linear map `map`; `repeats` rows for each example. */
export type CreateCall = (map: number, repeats: number) => Call;

/** Rows at a distance from each other: the address of the first, and bytes from one to the next. */
export interface Rows {
  readonly at: Address;
  readonly stride: number;
}

/** The linear map of a call as an estimator draws it: inputs [rows, fanIn] to the call's outputs. */
export type MapForward = (call: Call, inputs: Address, rows: number) => void;

/**
 * Its way back: the gradient of the map from the call's delta and, where asked, dL/d(inputs), written to `inputDelta`.
 */
export type MapBackward = (call: Call, inputs: Address, rows: number, inputDelta: Address | null) => void;

/** A stage of the plan in the memory of the kernels; what it needs for the way back is kept. */
export interface KernelOp {
  /** What it gives [rows, …], and dL/d of that, which is used up on the way back. */
  readonly outputs: Address;
  readonly delta: Address;
  readonly forward: (inputs: Address, rows: number, map: MapForward) => void;
  readonly backward: (inputs: Address, rows: number, inputDelta: Address | null, map: MapBackward) => void;
}
