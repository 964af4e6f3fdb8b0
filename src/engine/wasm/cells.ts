import type { Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { wasmCapabilities } from './capabilities.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Call, MapBackward, MapForward, Rows } from './kernelOp.ts';
import type { Address } from './kernels.ts';

/** Vectors that all time steps of a cell share. */
export interface CellVectors {
  /** The state before the first step: zeros, [rows, hidden]. */
  readonly before: Address;
  readonly memoryBefore: Address;
  /** dL/dh and dL/dc. A step's backward pass replaces those of the state after it by those of the state before it. */
  readonly delta: Address;
  readonly memoryDelta: Address;
  /** dL/dx of the current step, [rows, width]. */
  readonly inputDelta: Address;
}

/** One time step of a cell. */
export interface CellStep {
  /** h after the step, and c of cells that have one; [rows, hidden]. */
  readonly hidden: Address;
  readonly memory: Address;
  readonly forward: (input: Rows, rows: number, map: MapForward) => void;
  readonly backward: (rows: number, map: MapBackward) => void;
}

interface CellParts {
  readonly width: number;
  readonly hidden: number;
  /** The calls of its maps at this step. */
  readonly calls: readonly Call[];
  readonly previous: CellStep | null;
  readonly vectors: CellVectors;
}

export type CreateCell = (context: KernelContext, parts: CellParts) => CellStep;

/** h′ = tanh([x, h] W + b), as in src/model/networks/cells.ts. */
const simple: CreateCell = ({ kernels, memory, tileRows }, { width, hidden, calls, previous, vectors }) => {
  const [call] = calls as readonly [Call];
  const joined = memory.floats(tileRows * (width + hidden));
  const joinedDelta = memory.floats(tileRows * (width + hidden));
  const slopes = memory.floats(tileRows * hidden);
  const { delta, inputDelta } = vectors;
  return {
    hidden: call.outputs,
    memory: 0,
    forward: (input, rows, map) => {
      kernels.joinRows(
        input.at,
        input.stride,
        width,
        previous?.hidden ?? vectors.before,
        hidden,
        joined,
        rows,
      );
      map(call, joined, rows);
      kernels.tanh(call.outputs, slopes, rows * hidden);
    },
    backward: (rows, map) => {
      kernels.multiply(delta, slopes, call.delta, rows * hidden);
      map(call, joined, rows, joinedDelta);
      kernels.splitRows(joinedDelta, width, inputDelta, hidden, delta, rows);
    },
  };
};

/** Gates i, f, g, o; c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′). */
const lstm: CreateCell = ({ kernels, memory, tileRows }, { width, hidden, calls, previous, vectors }) => {
  const [call] = calls as readonly [Call];
  const floats = (each: number) => memory.floats(tileRows * each);
  const joined = floats(width + hidden);
  const joinedDelta = floats(width + hidden);
  const [next, nextMemory, seen] = [floats(hidden), floats(hidden), floats(hidden)];
  const before = previous?.hidden ?? vectors.before;
  const memoryBefore = previous?.memory ?? vectors.memoryBefore;
  const { delta, memoryDelta, inputDelta } = vectors;
  return {
    hidden: next,
    memory: nextMemory,
    forward: (input, rows, map) => {
      kernels.joinRows(input.at, input.stride, width, before, hidden, joined, rows);
      map(call, joined, rows);
      kernels.lstmForward(call.outputs, memoryBefore, next, nextMemory, seen, rows, hidden);
    },
    backward: (rows, map) => {
      kernels.lstmBackward(call.outputs, memoryBefore, seen, delta, memoryDelta, call.delta, rows, hidden);
      map(call, joined, rows, joinedDelta);
      kernels.splitRows(joinedDelta, width, inputDelta, hidden, delta, rows);
    },
  };
};

/** z, r = σ(map of [x, h]); n = tanh(another map of [x, r ∘ h]); h′ = z h + (1 − z) n. */
const gru: CreateCell = ({ kernels, memory, tileRows }, { width, hidden, calls, previous, vectors }) => {
  const [gates, candidate] = calls as readonly [Call, Call];
  const floats = (each: number) => memory.floats(tileRows * each);
  const [joined, kept, joinedKept] = [floats(width + hidden), floats(hidden), floats(width + hidden)];
  const [joinedDelta, keptDelta, candidateInput] = [floats(width + hidden), floats(hidden), floats(width)];
  const gateSlopes = floats(2 * hidden);
  const freshSlopes = floats(hidden);
  const next = floats(hidden);
  const before = previous?.hidden ?? vectors.before;
  const { delta, inputDelta } = vectors;
  const carried = floats(hidden);
  return {
    hidden: next,
    memory: 0,
    forward: (input, rows, map) => {
      kernels.joinRows(input.at, input.stride, width, before, hidden, joined, rows);
      map(gates, joined, rows);
      kernels.sigmoid(gates.outputs, gateSlopes, rows * 2 * hidden);
      kernels.gruReset(gates.outputs, before, kept, rows, hidden);
      kernels.joinRows(input.at, input.stride, width, kept, hidden, joinedKept, rows);
      map(candidate, joinedKept, rows);
      kernels.tanh(candidate.outputs, freshSlopes, rows * hidden);
      kernels.gruForward(gates.outputs, before, candidate.outputs, next, rows, hidden);
    },
    backward: (rows, map) => {
      kernels.gruBackward(
        gates.outputs,
        before,
        candidate.outputs,
        delta,
        candidate.delta,
        gates.delta,
        carried,
        rows,
        hidden,
      );
      kernels.multiply(candidate.delta, freshSlopes, candidate.delta, rows * hidden);
      map(candidate, joinedKept, rows, joinedDelta);
      kernels.splitRows(joinedDelta, width, candidateInput, hidden, keptDelta, rows);
      kernels.gruResetBackward(gates.outputs, before, keptDelta, gates.delta, carried, rows, hidden);
      kernels.multiply(gates.delta, gateSlopes, gates.delta, rows * 2 * hidden);
      map(gates, joined, rows, joinedDelta);
      kernels.splitRows(joinedDelta, width, inputDelta, hidden, delta, rows);
      kernels.addRows(carried, 4 * hidden, delta, 4 * hidden, hidden, rows);
      kernels.addRows(candidateInput, 4 * width, inputDelta, 4 * width, width, rows);
    },
  };
};

/** The cells by their public keys. */
export const wasmCells = { lstm, gru, simple } as const satisfies Record<
  Listed<typeof wasmCapabilities, 'cells'>,
  CreateCell
>;
