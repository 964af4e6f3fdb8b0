import type { Problem } from '../../experiment/problem.ts';
import { type Batches, createBatches } from './batches.ts';
import type { Device } from './device.ts';
import { describeTexels, type Packing, packBand, packPlan } from './packing.ts';
import { REDUCED } from './passes/optimize.ts';
import { gradientKindOf } from './problemPasses.ts';
import {
  createTarget,
  createTexture,
  deleteTarget,
  deleteTexture,
  type Target,
  type Texture,
} from './textures.ts';

/** One layer's textures: rows are examples, columns the texels of all samples. */
export interface LayerTargets {
  /** Hidden: (activations, their slopes, ∂b/∂variance); last: (∂cost/∂f, scores, ∂cost/∂variance). */
  readonly forward: Target;
  /** (∂cost/∂b, ∂cost/∂variance); of the last layer null, since its forward pass writes them. */
  readonly backward: Target | null;
}

/** Every texture of a run. Their sizes never change, so the card's memory stays the same. */
export interface Workspace {
  readonly packing: Packing;
  readonly batches: Batches;
  /** What the programs ask of a texel, and 1 for each lane that has a weight; one band each. */
  readonly places: Texture;
  readonly kept: Texture;
  /** Draws of the weights, a band a sample; or σ², one band. */
  readonly drawn: Target;
  readonly layers: readonly LayerTargets[];
  /** Gradients by μ and σ, a band for each sample and slice. */
  readonly gradients: Target;
  readonly slices: number;
  readonly sliceRows: number;
  /** The gradient of all parameters, laid out as they are. */
  readonly total: Target;
  /** What the reductions leave: of the gradient's length, and of the watch. */
  readonly parts: Target;
  readonly watched: Target;
  /** Parameters, both moments and the watch, two bands each: more than one, since none is written while it is read. */
  readonly states: readonly Target[];
  readonly dispose: () => void;
}

/** One that each of two chunks started from, and two to take turns. */
const STATES = 4;
/** Examples that a slice has at least, and fragments with which any card is busy. */
const SLICE = 32;
const BUSY = 2 ** 15;
/** Bytes of all textures: what is left of a small card's memory. */
const MOST_BYTES = 2 ** 30;

export function createWorkspace(device: Device, problem: Problem): Workspace {
  const { plan, batchSize, experiment } = problem;
  const { samples } = experiment.inference;
  const { texels } = packPlan(plan, 1);
  const slices = Math.max(1, Math.min(Math.ceil(batchSize / SLICE), Math.floor(BUSY / (samples * texels))));
  const packing = packPlan(plan, samples * slices);
  const noisy = gradientKindOf(problem).sampling === 'activations';
  const owned = createOwner(device);
  const bands = (count: number, outputs: number) =>
    owned.target(packing.width, count * packing.rows, outputs);
  const rowsOf = (quads: number, outputs: number) => owned.target(samples * quads, batchSize, outputs);
  try {
    const batches = createBatches(device, problem);
    owned.keep(batches.inputs, batches.targets);
    return {
      packing,
      batches,
      places: owned.band(packing, describeTexels(packing, problem.priorScale)),
      kept: owned.band(
        packing,
        packBand(packing, () => 1),
      ),
      drawn: bands(noisy ? 1 : samples, 1),
      layers: packing.layers.map(({ outputQuads }, index) => ({
        forward: rowsOf(outputQuads, noisy ? 3 : 2),
        backward: index < packing.layers.length - 1 ? rowsOf(outputQuads, noisy ? 2 : 1) : null,
      })),
      gradients: bands(samples * slices, 2),
      slices,
      sliceRows: Math.ceil(batchSize / slices),
      total: bands(2, 1),
      parts: owned.target(REDUCED, 1, 1),
      watched: owned.target(REDUCED, 1, 1),
      states: Array.from({ length: STATES }, () => bands(2, 4)),
      dispose: owned.dispose,
    };
  } catch (error) {
    owned.dispose();
    throw error;
  }
}

/** Makes textures and remembers them. */
function createOwner(device: Device) {
  const targets: Target[] = [];
  const textures: Texture[] = [];
  let bytes = 0;
  const count = (width: number, height: number, outputs: number): void => {
    bytes += 16 * width * height * outputs;
    if (bytes > MOST_BYTES)
      throw new Error('this network is too large for the WebGL engine; use fewer samples or a smaller batch');
  };
  return {
    target: (width: number, height: number, outputs: number): Target => {
      count(width, height, outputs);
      const target = createTarget(device, width, height, outputs);
      targets.push(target);
      return target;
    },
    band: ({ width, rows }: Packing, values: Float32Array): Texture => {
      count(width, rows, 1);
      const texture = createTexture(device, width, rows, values);
      textures.push(texture);
      return texture;
    },
    keep: (...others: readonly Texture[]): void => {
      textures.push(...others);
    },
    dispose: (): void => {
      for (const target of targets) deleteTarget(device, target);
      for (const texture of textures) deleteTexture(device, texture);
    },
  };
}
