import { batchOfStep, type Problem } from '../../experiment/problem/problem.ts';
import type { Device } from './device.ts';
import { packRows, quads } from './packing.ts';
import { createTexture, fillTexture, type Texture } from './textures.ts';

/** The batch of a step: a range of rows of the textures. */
export interface LoadedBatch {
  readonly first: number;
  readonly rows: number;
  /** Factor of the complexity cost. */
  readonly klFactor: number;
}

/** The data in the order of one epoch: inputs [n, texels of an input] and targets [n, 1]. */
export interface Batches {
  readonly inputs: Texture;
  readonly targets: Texture;
  /** Loads the epoch of a step into the textures, if it is not there. A full batch is loaded once. */
  readonly load: (step: number) => LoadedBatch;
}

export function createBatches(device: Device, problem: Problem): Batches {
  const { n, inputCount, batches, batchSize } = problem;
  const inputs = createTexture(device, quads(inputCount), Math.max(1, n));
  const targets = createTexture(device, 1, Math.max(1, n));
  const factors = Array.from({ length: batches }, (_, index) => batchOfStep(problem, index).klFactor);
  let loaded = -1;
  const loadEpoch = (epoch: number): void => {
    if (epoch === loaded) return;
    loaded = epoch;
    if (n === 0) return;
    const order = orderOf(problem, epoch);
    fillTexture(device, inputs, packRows(reordered(problem.inputs, order, inputCount), inputCount, n));
    fillTexture(device, targets, packRows(reordered(problem.targets, order, 1), 1, n));
  };
  const load = (step: number): LoadedBatch => {
    loadEpoch(batches === 1 ? 0 : Math.floor(step / batches));
    const index = step % batches;
    const first = index * batchSize;
    return { first, rows: Math.min(batchSize, n - first), klFactor: factors[index]! };
  };
  return { inputs, targets, load };
}

/** The rows of all batches of an epoch, concatenated. */
function orderOf(problem: Problem, epoch: number): number[] {
  const { batches } = problem;
  return Array.from({ length: batches }, (_, index) => [
    ...batchOfStep(problem, epoch * batches + index).rows,
  ]).flat();
}

function reordered(values: Float64Array, order: readonly number[], width: number): Float64Array {
  const chosen = new Float64Array(order.length * width);
  order.forEach((row, i) => chosen.set(values.subarray(row * width, (row + 1) * width), i * width));
  return chosen;
}
