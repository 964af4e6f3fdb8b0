import { implementationOf } from '../../experiment/engine/engineCapabilities.ts';
import type { RecurrentOp } from '../../model/networks/index.ts';
import { type CellStep, type CellVectors, type CreateCell, wasmCells } from './cells.ts';
import type { KernelContext } from './kernelContext.ts';
import type { CreateCall, KernelOp } from './kernelOp.ts';

/** A cell along a sequence, from a state of zeros, with the same maps at every time step. */
export function createRecurrence(
  context: KernelContext,
  plan: RecurrentOp,
  createCall: CreateCall,
): KernelOp {
  const { kernels, memory, tileRows } = context;
  const { steps, width, hidden, everyStep } = plan;
  const floats = (each: number) => memory.floats(tileRows * each);
  const vectors: CellVectors = {
    before: floats(hidden),
    memoryBefore: floats(hidden),
    delta: floats(hidden),
    memoryDelta: floats(hidden),
    inputDelta: floats(width),
  };
  // Calls are created in the order of time steps.
  const createCell = implementationOf<CreateCell>(wasmCells, plan.cell);
  const cells: CellStep[] = [];
  for (let step = 0; step < steps; step++) {
    const calls = plan.maps.map((map) => createCall(map, 1));
    cells.push(createCell(context, { width, hidden, calls, previous: cells.at(-1) ?? null, vectors }));
  }
  const last = cells.at(-1)!;
  const stepBytes = 4 * width;
  const outputs = everyStep ? floats(steps * hidden) : last.hidden;
  const delta = floats((everyStep ? steps : 1) * hidden);
  return {
    outputs,
    delta,
    forward: (inputs, rows, map) => {
      cells.forEach((cell, step) => {
        cell.forward({ at: inputs + step * stepBytes, stride: steps * stepBytes }, rows, map);
        if (everyStep)
          kernels.copyRows(
            cell.hidden,
            4 * hidden,
            outputs + 4 * step * hidden,
            4 * steps * hidden,
            hidden,
            rows,
          );
      });
    },
    backward: (_inputs, rows, inputDelta, map) => {
      const { delta: hiddenDelta, memoryDelta } = vectors;
      kernels.clear(hiddenDelta, rows * hidden);
      kernels.clear(memoryDelta, rows * hidden);
      if (!everyStep) kernels.copyRows(delta, 4 * hidden, hiddenDelta, 4 * hidden, hidden, rows);
      for (let step = steps - 1; step >= 0; step--) {
        if (everyStep)
          kernels.addRows(
            delta + 4 * step * hidden,
            4 * steps * hidden,
            hiddenDelta,
            4 * hidden,
            hidden,
            rows,
          );
        cells[step]!.backward(rows, map);
        if (inputDelta !== null)
          kernels.copyRows(
            vectors.inputDelta,
            stepBytes,
            inputDelta + step * stepBytes,
            steps * stepBytes,
            width,
            rows,
          );
      }
    },
  };
}
