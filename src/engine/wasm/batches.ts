import { batchOfStep } from '../../experiment/problem/problem.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Tile } from './kernelOp.ts';

/** The batch of a step in the kernels' memory. */
export interface LoadedBatch {
  readonly tiles: readonly Tile[];
  /** [rows]. */
  readonly targets: Float64Array;
  /** Factor of the complexity cost. */
  readonly klFactor: number;
}

/** Loads the batch of a step into the kernels' memory; a full batch only once. */
export interface Batches {
  readonly load: (step: number) => LoadedBatch;
}

export function createBatches({ problem, memory, tileRows }: KernelContext): Batches {
  const { inputs, targets, inputCount, batches, batchSize } = problem;
  const address = memory.floats(batchSize * inputCount);
  const tilesOf = (rows: number): readonly Tile[] =>
    Array.from({ length: Math.ceil(rows / tileRows) }, (_, index) => {
      const first = index * tileRows;
      const inputsOfTile = address + 4 * first * inputCount;
      return { first, rows: Math.min(tileRows, rows - first), batchRows: rows, inputs: inputsOfTile };
    });
  let whole: LoadedBatch | null = null;
  const load = (step: number): LoadedBatch => {
    if (whole) return whole;
    const { rows, klFactor } = batchOfStep(problem, step);
    const view = memory.floatView(address, rows.length * inputCount);
    const chosen = new Float64Array(rows.length);
    rows.forEach((row, i) => {
      for (let k = 0; k < inputCount; k++) view[i * inputCount + k] = inputs[row * inputCount + k]!;
      chosen[i] = targets[row]!;
    });
    const loaded = { tiles: tilesOf(rows.length), targets: chosen, klFactor };
    // The full batch is the same at every step.
    if (batches === 1) whole = loaded;
    return loaded;
  };
  return { load };
}
