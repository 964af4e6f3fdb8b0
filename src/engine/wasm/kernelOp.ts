import type { DenseLayer } from '../../model/networks/index.ts';
import type { Address } from './kernels.ts';

/** Consecutive rows of a batch, at most tileRows. */
export interface Tile {
  /** Index of the first row in the batch. */
  readonly first: number;
  readonly rows: number;
  readonly batchRows: number;
  /** Inputs of the tile's rows, [rows, inputCount]. */
  readonly inputs: Address;
}

/** One use of a linear map in a pass through the network. Recurrent maps have one at each time step. */
export interface Call {
  /** Index among all calls. */
  readonly id: number;
  /** Index of the linear map among the plan's layers. */
  readonly map: number;
  readonly layer: DenseLayer;
  /** Whether it is the first call of its map. */
  readonly firstOfMap: boolean;
  /** Number of consecutive rows that belong to one example: the places of an image, else 1. */
  readonly repeats: number;
  /** Pre-activations b and dL/db, [rows, fanOut]. */
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

/** Applies the linear map of a call with an estimator's noise: inputs [rows, fanIn] to the call's outputs. */
export type MapForward = (call: Call, inputs: Address, rows: number) => void;

/** Its backward pass: adds the map's gradient from the call's delta and, unless inputDelta is null, writes dL/d(inputs). */
export type MapBackward = (call: Call, inputs: Address, rows: number, inputDelta: Address | null) => void;

/** An operation of the plan. The forward pass keeps what the backward pass needs. */
export interface KernelOp {
  /** Its outputs [rows, …], and dL/d(outputs), which the backward pass overwrites. */
  readonly outputs: Address;
  readonly delta: Address;
  readonly forward: (inputs: Address, rows: number, map: MapForward) => void;
  readonly backward: (inputs: Address, rows: number, inputDelta: Address | null, map: MapBackward) => void;
}
