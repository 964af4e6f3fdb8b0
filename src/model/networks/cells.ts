import { sigmoid } from '../../math/special.ts';
import type { Pass } from './linear.ts';

/** State of a cell between two time steps: h first, each [rows, hidden]. */
export type CellState = readonly Float64Array[];

/** One time step of a cell, and its backward pass. */
export interface CellPass {
  readonly state: CellState;
  /** Maps dL/d(state after) to dL/d(input) and dL/d(state before); may overwrite the deltas passed in. */
  readonly backward: (deltas: CellState) => { readonly input: Float64Array; readonly state: CellState };
}

/** A linear map of the cell applied to [input, h], with weights drawn by the estimator. */
export type CellMap = (inputs: Float64Array) => Pass;

/** A recurrent cell: the size of its state, its linear maps, and one step. */
export interface Cell {
  readonly label: string;
  /** Number of vectors in its state. */
  readonly states: number;
  /** Its linear maps of [input, h]: name, and outputs for each hidden unit. */
  readonly maps: readonly { readonly name: string; readonly gates: number }[];
  /**
   * The part [from, to), in gates, of the first map's bias that starts at 1, so that an untrained cell keeps its
   * state.
   */
  readonly keepGate: readonly [from: number, to: number];
  readonly step: (maps: readonly CellMap[], input: Float64Array, state: CellState, rows: number) => CellPass;
}

/** h′ = tanh([x, h] W + b) (Elman 1990). */
const simple: Cell = {
  label: 'Simple',
  states: 1,
  maps: [{ name: 'cell', gates: 1 }],
  keepGate: [0, 0],
  step: ([map], input, [h], rows) => {
    const linear = map!(concatenate(input, h!, rows));
    const next = linear.outputs.map(Math.tanh);
    return {
      state: [next],
      backward: ([delta]) => {
        const before = linear.backward(
          delta!.map((value, k) => value * (1 - next[k]! ** 2)),
          true,
        )!;
        const [inputDelta, hDelta] = split(before, input.length / rows, rows);
        return { input: inputDelta, state: [hDelta] };
      },
    };
  },
};

/**
 * Long short-term memory (Hochreiter & Schmidhuber 1997; Gers et al. 2000): gates i, f, g, o in this order from one map of [x, h];
 * c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′).
 */
const lstm: Cell = {
  label: 'LSTM',
  states: 2,
  maps: [{ name: 'gates', gates: 4 }],
  keepGate: [1, 2],
  step: ([map], input, [h, c], rows) => {
    const linear = map!(concatenate(input, h!, rows));
    const hidden = h!.length / rows;
    const gates = new Float64Array(linear.outputs.length);
    const next = new Float64Array(h!.length);
    const memory = new Float64Array(h!.length);
    const seen = new Float64Array(h!.length);
    each(
      rows,
      hidden,
      (k, at) => {
        gates[at] = sigmoid(linear.outputs[at]!);
        gates[at + hidden] = sigmoid(linear.outputs[at + hidden]!);
        gates[at + 2 * hidden] = Math.tanh(linear.outputs[at + 2 * hidden]!);
        gates[at + 3 * hidden] = sigmoid(linear.outputs[at + 3 * hidden]!);
        memory[k] = gates[at + hidden]! * c![k]! + gates[at]! * gates[at + 2 * hidden]!;
        seen[k] = Math.tanh(memory[k]!);
        next[k] = gates[at + 3 * hidden]! * seen[k]!;
      },
      4,
    );
    return {
      state: [next, memory],
      backward: ([delta, memoryDelta]) => {
        const gateDelta = new Float64Array(gates.length);
        const before = new Float64Array(c!.length);
        each(
          rows,
          hidden,
          (k, at) => {
            const [i, f] = [gates[at]!, gates[at + hidden]!];
            const [g, o] = [gates[at + 2 * hidden]!, gates[at + 3 * hidden]!];
            const total = memoryDelta![k]! + delta![k]! * o * (1 - seen[k]! ** 2);
            gateDelta[at] = total * g * i * (1 - i);
            gateDelta[at + hidden] = total * c![k]! * f * (1 - f);
            gateDelta[at + 2 * hidden] = total * i * (1 - g * g);
            gateDelta[at + 3 * hidden] = delta![k]! * seen[k]! * o * (1 - o);
            before[k] = total * f;
          },
          4,
        );
        const [inputDelta, hDelta] = split(linear.backward(gateDelta, true)!, input.length / rows, rows);
        return { input: inputDelta, state: [hDelta, before] };
      },
    };
  },
};

/**
 * Gated recurrent unit (Cho et al. 2014, eq. 5–8): z, r = σ of one map of [x, h]; n = tanh of another of [x, r ∘ h];
 * h′ = z h + (1 − z) n.
 */
const gru: Cell = {
  label: 'GRU',
  states: 1,
  maps: [
    { name: 'gates', gates: 2 },
    { name: 'candidate', gates: 1 },
  ],
  keepGate: [0, 1],
  step: ([gateMap, candidateMap], input, [h], rows) => {
    const hidden = h!.length / rows;
    const width = input.length / rows;
    const linear = gateMap!(concatenate(input, h!, rows));
    const gates = linear.outputs.map(sigmoid);
    const kept = new Float64Array(h!.length);
    each(
      rows,
      hidden,
      (k, at) => {
        kept[k] = gates[at + hidden]! * h![k]!;
      },
      2,
    );
    const candidate = candidateMap!(concatenate(input, kept, rows));
    const fresh = candidate.outputs.map(Math.tanh);
    const next = new Float64Array(h!.length);
    each(
      rows,
      hidden,
      (k, at) => {
        next[k] = gates[at]! * h![k]! + (1 - gates[at]!) * fresh[k]!;
      },
      2,
    );
    return {
      state: [next],
      backward: ([delta]) => {
        const gateDelta = new Float64Array(gates.length);
        const hDelta = new Float64Array(h!.length);
        const freshDelta = new Float64Array(h!.length);
        each(
          rows,
          hidden,
          (k, at) => {
            const z = gates[at]!;
            freshDelta[k] = delta![k]! * (1 - z) * (1 - fresh[k]! ** 2);
            gateDelta[at] = delta![k]! * (h![k]! - fresh[k]!) * z * (1 - z);
            hDelta[k] = delta![k]! * z;
          },
          2,
        );
        const [fromCandidate, keptDelta] = split(candidate.backward(freshDelta, true)!, width, rows);
        each(
          rows,
          hidden,
          (k, at) => {
            const r = gates[at + hidden]!;
            gateDelta[at + hidden] = keptDelta[k]! * h![k]! * r * (1 - r);
            hDelta[k]! += keptDelta[k]! * r;
          },
          2,
        );
        const [fromGates, hFromGates] = split(linear.backward(gateDelta, true)!, width, rows);
        for (let k = 0; k < hDelta.length; k++) hDelta[k]! += hFromGates[k]!;
        for (let k = 0; k < fromGates.length; k++) fromGates[k]! += fromCandidate[k]!;
        return { input: fromGates, state: [hDelta] };
      },
    };
  },
};

/** Every recurrent cell, by its public key. */
export const cells = { lstm, gru, simple } as const satisfies Record<string, Cell>;

export type CellKind = keyof typeof cells;

/** For every unit k of [rows, hidden], the index of its first gate in [rows, gates · hidden]. */
function each(rows: number, hidden: number, visit: (k: number, at: number) => void, gates: number): void {
  for (let row = 0; row < rows; row++)
    for (let unit = 0; unit < hidden; unit++) visit(row * hidden + unit, row * gates * hidden + unit);
}

/** Concatenates [left | right] row by row. */
function concatenate(left: Float64Array, right: Float64Array, rows: number): Float64Array {
  const [width, more] = [left.length / rows, right.length / rows];
  const joined = new Float64Array(left.length + right.length);
  for (let row = 0; row < rows; row++) {
    joined.set(left.subarray(row * width, (row + 1) * width), row * (width + more));
    joined.set(right.subarray(row * more, (row + 1) * more), row * (width + more) + width);
  }
  return joined;
}

/** Inverse of the concatenation; the left part has `width` columns. */
function split(joined: Float64Array, width: number, rows: number): [Float64Array, Float64Array] {
  const more = joined.length / rows - width;
  const left = new Float64Array(rows * width);
  const right = new Float64Array(rows * more);
  for (let row = 0; row < rows; row++) {
    const at = row * (width + more);
    left.set(joined.subarray(at, at + width), row * width);
    right.set(joined.subarray(at + width, at + width + more), row * more);
  }
  return [left, right];
}
