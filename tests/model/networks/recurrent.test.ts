import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../src/math/special.ts';
import { activations, networkOutputs, planNetwork } from '../../../src/model/networks/index.ts';

const shape = { kind: 'recurrent', hidden: [1], channels: [1], kernelSize: 3 } as const;
const inputs = [0.5, -1, 2];

/** One unit, weights in the order of the plan, and the values of the formula step by step. */
describe('a recurrent network of one unit', () => {
  it('is h′ = tanh(x w + h u + b), simple', () => {
    const plan = planNetwork({ ...shape, cell: 'simple' }, 3, 1);
    const weights = Float64Array.from([0.7, -0.4, 0.1, 2, 0.3]);
    let h = 0;
    for (const x of inputs) h = Math.tanh(0.7 * x - 0.4 * h + 0.1);
    const [y] = networkOutputs(plan, activations.relu, weights, Float64Array.from(inputs));
    expect(y).toBeCloseTo(2 * h + 0.3, 12);
  });

  it('has gates i, f, g, o, LSTM', () => {
    const plan = planNetwork({ ...shape, cell: 'lstm' }, 3, 1);
    const [wx, wh, b] = [
      [0.7, -0.3, 1.1, 0.2],
      [0.4, 0.6, -0.5, 0.9],
      [0.1, 1, -0.2, 0.3],
    ] as const;
    const weights = Float64Array.from([...wx, ...wh, ...b, 2, 0.3]);
    let [h, c] = [0, 0];
    for (const x of inputs) {
      const a = (gate: 0 | 1 | 2 | 3) => x * wx[gate] + h * wh[gate] + b[gate];
      c = sigmoid(a(1)) * c + sigmoid(a(0)) * Math.tanh(a(2));
      h = sigmoid(a(3)) * Math.tanh(c);
    }
    const [y] = networkOutputs(plan, activations.relu, weights, Float64Array.from(inputs));
    expect(y).toBeCloseTo(2 * h + 0.3, 12);
  });

  it('resets its memory before the candidate, GRU', () => {
    const plan = planNetwork({ ...shape, cell: 'gru' }, 3, 1);
    // Gates z, r: [x; h] and bias; candidate: x, h, bias; output: weight, bias.
    const weights = Float64Array.from([0.7, -0.3, 0.4, 0.6, 0.1, 1, 1.1, -0.5, -0.2, 2, 0.3]);
    let h = 0;
    for (const x of inputs) {
      const z = sigmoid(0.7 * x + 0.4 * h + 0.1);
      const r = sigmoid(-0.3 * x + 0.6 * h + 1);
      h = z * h + (1 - z) * Math.tanh(1.1 * x - 0.5 * r * h - 0.2);
    }
    const [y] = networkOutputs(plan, activations.relu, weights, Float64Array.from(inputs));
    expect(y).toBeCloseTo(2 * h + 0.3, 12);
  });

  it('passes every step of a first cell to a second', () => {
    const plan = planNetwork({ ...shape, hidden: [1, 1], cell: 'simple' }, 3, 1);
    const weights = Float64Array.from([0.7, -0.4, 0.1, 1.2, 0.5, -0.1, 2, 0.3]);
    let [h, above] = [0, 0];
    for (const x of inputs) {
      h = Math.tanh(0.7 * x - 0.4 * h + 0.1);
      above = Math.tanh(1.2 * h + 0.5 * above - 0.1);
    }
    const [y] = networkOutputs(plan, activations.relu, weights, Float64Array.from(inputs));
    expect(y).toBeCloseTo(2 * above + 0.3, 12);
  });
});
