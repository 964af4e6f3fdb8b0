import type { Problem } from '../../experiment/problem/problem.ts';
import { estimators } from '../../model/estimators/index.ts';
import { type Packing, packPlan } from './packing.ts';
import { REDUCED } from './passes/optimize.ts';

/** Textures of one size that a program writes at once. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly outputs: number;
}

/** One layer's: rows are examples, columns the texels of all samples. */
export interface LayerShapes {
  /** Hidden: (activations, their slopes, ∂b/∂variance); last: (∂cost/∂f, scores, ∂cost/∂variance). */
  readonly forward: Shape;
  /** (∂cost/∂b, ∂cost/∂variance); of the last layer null, since its forward pass writes them. */
  readonly backward: Shape | null;
}

/** The sizes of all that the programs of a run write. They never change, so the card's memory stays the same. */
export interface Shapes {
  readonly packing: Packing;
  /** Parts of a batch whose gradients are summed apart, and the rows of each. */
  readonly slices: number;
  readonly sliceRows: number;
  /** Draws of the weights, a band a sample; or σ², one band. */
  readonly drawn: Shape;
  readonly layers: readonly LayerShapes[];
  /** Gradients by μ and σ, a band for each sample and slice. */
  readonly gradients: Shape;
  /** The gradient of all parameters, laid out as they are. */
  readonly total: Shape;
  /** What a reduction leaves. */
  readonly reduced: Shape;
  /** Parameters, both moments and the watch, two bands each. */
  readonly state: Shape;
}

/** One state that each of two spans of steps began with, and two to take turns. */
export const STATES = 4;
/** Examples that a slice has at least, and fragments with which any card is busy. */
const SLICE = 32;
const BUSY = 2 ** 15;

export function shapesOf({ plan, batchSize, experiment: { inference } }: Problem): Shapes {
  const { samples } = inference;
  const noisy = !estimators[inference.estimator].drawsWeights;
  const { texels } = packPlan(plan, 1);
  const slices = Math.max(1, Math.min(Math.ceil(batchSize / SLICE), Math.floor(BUSY / (samples * texels))));
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

/** Bytes of all of them. */
export function bytesOf({ drawn, layers, gradients, total, reduced, state }: Shapes): number {
  const once = [drawn, gradients, total, reduced, reduced, ...layers.map(({ forward }) => forward)];
  const backward = layers.flatMap(({ backward }) => backward ?? []);
  const states = Array.from({ length: STATES }, () => state);
  return [...once, ...backward, ...states].reduce(
    (bytes, { width, height, outputs }) => bytes + 16 * width * height * outputs,
    0,
  );
}
