import type { Problem } from '../../experiment/problem/problem.ts';
import { type Batches, createBatches } from './batches.ts';
import type { Device } from './device.ts';
import { describeTexels, type Packing, packBand } from './packing.ts';
import { bytesOf, type Shape, STATES, shapesOf } from './shapes.ts';
import {
  createTarget,
  createTexture,
  deleteTarget,
  deleteTexture,
  type Target,
  type Texture,
} from './textures.ts';

/** All textures of a run; see Shapes for their contents. */
export interface Workspace {
  readonly packing: Packing;
  readonly slices: number;
  readonly sliceRows: number;
  readonly batches: Batches;
  /** The properties of each texel (describeTexels), and 1 for each lane that holds a weight; one band each. */
  readonly places: Texture;
  readonly kept: Texture;
  readonly drawn: Target;
  readonly layers: readonly { readonly forward: Target; readonly backward: Target | null }[];
  readonly gradients: Target;
  readonly total: Target;
  /** Results of the reductions of the gradient's norm and of the watch. */
  readonly parts: Target;
  readonly watched: Target;
  /** Several, because a state cannot be written while it is read. */
  readonly states: readonly Target[];
  readonly dispose: () => void;
}

/** Limit on the bytes of all textures; fits into the memory of a small card. */
const MAX_BYTES = 2 ** 30;
const TOO_LARGE = 'this network is too large for the WebGL engine; use fewer samples or a smaller batch';

/** Allocates all textures. If the card lacks memory, frees those already made and throws. */
export function createWorkspace(device: Device, problem: Problem): Workspace {
  const shapes = shapesOf(problem);
  if (bytesOf(shapes) > MAX_BYTES) throw new Error(TOO_LARGE);
  const { packing, slices, sliceRows } = shapes;
  const targets: Target[] = [];
  const textures: Texture[] = [];
  const dispose = (): void => {
    for (const target of targets) deleteTarget(device, target);
    for (const texture of textures) deleteTexture(device, texture);
  };
  const target = ({ width, height, outputs }: Shape): Target => {
    const made = createTarget(device, width, height, outputs);
    targets.push(made);
    return made;
  };
  const band = (values: Float32Array): Texture => {
    const made = createTexture(device, packing.width, packing.rows, values);
    textures.push(made);
    return made;
  };
  try {
    const batches = createBatches(device, problem);
    textures.push(batches.inputs, batches.targets);
    const workspace: Workspace = {
      packing,
      slices,
      sliceRows,
      batches,
      places: band(describeTexels(packing, problem.priorScale)),
      kept: band(packBand(packing, () => 1)),
      drawn: target(shapes.drawn),
      layers: shapes.layers.map(({ forward, backward }) => ({
        forward: target(forward),
        backward: backward && target(backward),
      })),
      gradients: target(shapes.gradients),
      total: target(shapes.total),
      parts: target(shapes.reduced),
      watched: target(shapes.reduced),
      states: Array.from({ length: STATES }, () => target(shapes.state)),
      dispose,
    };
    if (device.gl.getError() === device.gl.OUT_OF_MEMORY) throw new Error(TOO_LARGE);
    return workspace;
  } catch (error) {
    dispose();
    throw error;
  }
}
