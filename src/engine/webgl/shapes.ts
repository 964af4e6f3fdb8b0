import type { Problem } from '../../experiment/problem/problem.ts';
import { estimators } from '../../model/estimators/index.ts';
import { type Packing, packPlan } from './packing.ts';
import { REDUCED } from './passes/optimize.ts';

/** Size and number of the textures that a program writes in one draw call. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly outputs: number;
}

/** Outputs of one layer: rows are examples, columns are the texels of all samples. */
export interface LayerShapes {
  /** Hidden: (activations, their slopes, ∂b/∂variance); last: (∂cost/∂f, scores, ∂cost/∂variance). */
  readonly forward: Shape;
  /** (∂cost/∂b, ∂cost/∂variance); null for the last layer, whose forward pass writes them. */
  readonly backward: Shape | null;
}

/** The sizes of all textures that the programs of a run write. They are constant, and so is the memory used. */
export interface Shapes {
  readonly packing: Packing;
  /** Number of slices of a batch, whose gradients are summed separately, and the rows of each slice. */
  readonly slices: number;
  readonly sliceRows: number;
  /** Draws of the weights, one band for each sample; or σ², one band. */
  readonly drawn: Shape;
  readonly layers: readonly LayerShapes[];
  /** Gradients by μ and σ, one band for each sample and slice. */
  readonly gradients: Shape;
  /** The gradient by all parameters, in their layout. */
  readonly total: Shape;
  /** The result of a reduction. */
  readonly reduced: Shape;
  /** Parameters, both moments and the watch: two bands each. */
  readonly state: Shape;
}

/** Two states from which unchecked batches of steps started, and two that steps alternate between. */
export const STATES = 4;
/** Smallest number of examples in a slice, and number of fragments that keeps any card busy. */
const MIN_SLICE = 32;
const BUSY_FRAGMENTS = 2 ** 15;

/** The sizes for a problem. */
export function shapesOf({ plan, batchSize, experiment: { inference } }: Problem): Shapes {
  const { samples } = inference;
  const noisy = !estimators[inference.estimator].drawsWeights;
  const { texels } = packPlan(plan, 1);
  const slices = Math.max(
    1,
    Math.min(Math.ceil(batchSize / MIN_SLICE), Math.floor(BUSY_FRAGMENTS / (samples * texels))),
  );
  const packing = packPlan(plan, samples * slices);
  const bands = (count: number, outputs: number): Shape => ({
    width: packing.width,
    height: count * packing.rows,
    outputs,
  });
  const rows = (quads: number, outputs: number): Shape => ({
    width: samples * quads,
    height: batchSize,
    outputs,
  });
  return {
    packing,
    slices,
    sliceRows: Math.ceil(batchSize / slices),
    drawn: bands(noisy ? 1 : samples, 1),
    layers: packing.layers.map(({ outputQuads }, index) => ({
      forward: rows(outputQuads, noisy ? 3 : 2),
      backward: index < packing.layers.length - 1 ? rows(outputQuads, noisy ? 2 : 1) : null,
    })),
    gradients: bands(samples * slices, 2),
    total: bands(2, 1),
    reduced: { width: REDUCED, height: 1, outputs: 1 },
    state: bands(2, 4),
  };
}

/** Bytes of all these textures. */
export function bytesOf({ drawn, layers, gradients, total, reduced, state }: Shapes): number {
  const once = [drawn, gradients, total, reduced, reduced, ...layers.map(({ forward }) => forward)];
  const backward = layers.flatMap(({ backward }) => backward ?? []);
  const states = Array.from({ length: STATES }, () => state);
  return [...once, ...backward, ...states].reduce(
    (bytes, { width, height, outputs }) => bytes + 16 * width * height * outputs,
    0,
  );
}
