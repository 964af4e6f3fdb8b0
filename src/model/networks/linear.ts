/** One piece of a forward pass, with its backward pass. */
export interface Pass {
  readonly outputs: Float64Array;
  /** Maps dL/d outputs to dL/d inputs, or null where they are not needed; accumulates dL/d parameters. */
  readonly backward: (delta: Float64Array, wantsInputs: boolean) => Float64Array | null;
}

/**
 * Applies linear map `index` of a plan, with weights drawn by the estimator, to inputs [rows, fanIn]; returns [rows,
 * fanOut]. Each group of `repeats` successive rows belongs to one example: 1, except for the positions of an image.
 */
export type LinearMaps = (index: number, inputs: Float64Array, rows: number, repeats: number) => Pass;
