import { type CellKind, type CellPass, type CellState, cells } from './cells.ts';
import type { LinearMaps, Pass } from './linear.ts';

/**
 * A recurrent cell applied to a sequence from initial state zero, with the same draw of its weights at every time step
 * (Fortunato et al. 2017, §3). Sequences are [steps, width]; outputs h of every step, or of the last one only.
 */
export interface RecurrentOp {
  readonly kind: 'recurrent';
  readonly cell: CellKind;
  /** Indices of its linear maps among the plan's layers, in the order of `cells[cell].maps`. */
  readonly maps: readonly number[];
  readonly steps: number;
  readonly width: number;
  readonly hidden: number;
  readonly everyStep: boolean;
}

/** Applies the operation to sequences [rows, steps, width]; outputs [rows, steps, hidden], or [rows, hidden]. */
export function recur(op: RecurrentOp, maps: LinearMaps, inputs: Float64Array, rows: number): Pass {
  const { cell: kind, steps, width, hidden, everyStep } = op;
  const cell = cells[kind];
  const cellMaps = op.maps.map((index) => (values: Float64Array) => maps(index, values, rows, 1));
  const outputs = new Float64Array(rows * (everyStep ? steps : 1) * hidden);
  const passes: CellPass[] = [];
  let state: CellState = Array.from({ length: cell.states }, () => new Float64Array(rows * hidden));
  for (let step = 0; step < steps; step++) {
    const pass = cell.step(cellMaps, timeSlice(inputs, steps, width, step, rows), state, rows);
    passes.push(pass);
    state = pass.state;
    if (everyStep) placeSlice(outputs, state[0]!, steps, hidden, step, rows);
  }
  if (!everyStep) outputs.set(state[0]!);
  return {
    outputs,
    backward: (delta, wantsInputs) => {
      const inputDelta = wantsInputs ? new Float64Array(inputs.length) : null;
      let deltas: CellState = state.map(() => new Float64Array(rows * hidden));
      if (!everyStep) deltas[0]!.set(delta);
      for (let step = steps - 1; step >= 0; step--) {
        if (everyStep) addTo(deltas[0]!, timeSlice(delta, steps, hidden, step, rows));
        const back = passes[step]!.backward(deltas);
        if (inputDelta) placeSlice(inputDelta, back.input, steps, width, step, rows);
        deltas = back.state;
      }
      return inputDelta;
    },
  };
}

/** Time step `step` of sequences [rows, steps, width], as [rows, width]. */
function timeSlice(
  sequences: Float64Array,
  steps: number,
  width: number,
  step: number,
  rows: number,
): Float64Array {
  const slice = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const at = (row * steps + step) * width;
    slice.set(sequences.subarray(at, at + width), row * width);
  }
  return slice;
}

function placeSlice(
  sequences: Float64Array,
  slice: Float64Array,
  steps: number,
  width: number,
  step: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row++)
    sequences.set(slice.subarray(row * width, (row + 1) * width), (row * steps + step) * width);
}

function addTo(total: Float64Array, part: Float64Array): void {
  for (let k = 0; k < total.length; k++) total[k]! += part[k]!;
}
