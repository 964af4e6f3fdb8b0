import {
  add,
  concat,
  mul,
  reshape,
  sigmoid,
  slice,
  stack,
  sub,
  type Tensor,
  tanh,
  zeros,
} from '@tensorflow/tfjs-core';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import { cells, type RecurrentOp } from '../../model/networks/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';
import type { TensorMaps } from './maps.ts';

/** h, then the other vectors of a cell's state; each [S, n, hidden]. */
type State = readonly Tensor[];

/** A linear map of the cell. values: [S, n, fanIn]. */
type Map = (values: Tensor) => Tensor;

type Step = (maps: readonly Map[], input: Tensor, state: State) => State;

/** The slice [index · width, (index + 1) · width) of the last axis. */
const part = (values: Tensor, index: number, width: number): Tensor => {
  const [samples, rows] = values.shape as [number, number, number];
  return slice(values, [0, 0, index * width], [samples, rows, width]);
};

/** One time step of each cell, as in src/model/networks/cells.ts. */
const steps = {
  simple: ([map], input, [h]) => [tanh(map!(concat([input, h!], 2)))],
  lstm: ([map], input, [h, c]) => {
    const linear = map!(concat([input, h!], 2));
    const width = h!.shape[2]!;
    const [i, f, o] = [0, 1, 3].map((gate) => sigmoid(part(linear, gate, width)));
    const memory = add(mul(f!, c!), mul(i!, tanh(part(linear, 2, width))));
    return [mul(o!, tanh(memory)), memory];
  },
  gru: ([gateMap, candidateMap], input, [h]) => {
    const gates = sigmoid(gateMap!(concat([input, h!], 2)));
    const width = h!.shape[2]!;
    const update = part(gates, 0, width);
    const fresh = tanh(candidateMap!(concat([input, mul(part(gates, 1, width), h!)], 2)));
    return [add(mul(update, h!), mul(sub(1, update), fresh))];
  },
} as const satisfies Record<Listed<typeof tfjsCapabilities, 'cells'>, Step>;

/** A cell along sequences [S, n, steps·width]. Returns [S, n, steps·hidden], or [S, n, hidden] of the last step only. */
export function recur(op: RecurrentOp, maps: TensorMaps, inputs: Tensor): Tensor {
  const { cell, width, hidden, everyStep } = op;
  const [samples, rows] = inputs.shape as [number, number, number];
  const cellMaps = op.maps.map((index) => (values: Tensor) => maps(index, values, 1));
  const takeStep = implementationOf<Step>(steps, cell);
  let state: State = Array.from({ length: cells[cell].states }, () => zeros([samples, rows, hidden]));
  const shown: Tensor[] = [];
  for (let step = 0; step < op.steps; step++) {
    state = takeStep(cellMaps, part(inputs, step, width), state);
    if (everyStep) shown.push(state[0]!);
  }
  if (!everyStep) return state[0]!;
  return reshape(stack(shown, 2), [samples, rows, op.steps * hidden]);
}
