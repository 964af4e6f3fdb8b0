/** A piece of a forward pass, and its way back. */
export interface Pass {
  readonly outputs: Float64Array;
  /** From dL/d outputs to dL/d inputs, or null where they are not wanted; adds dL/d parameters on the way. */
  readonly backward: (delta: Float64Array, wantsInputs: boolean) => Float64Array | null;
}

/**
 * Linear map `index` of a plan, as an estimator draws it: inputs [rows, fanIn] to [rows, fanOut]. Of the rows, each `repeats`
 * in succession belong to one example: 1 but for the places of an image.
 */
export type LinearMaps = (index: number, inputs: Float64Array, rows: number, repeats: number) => Pass;
