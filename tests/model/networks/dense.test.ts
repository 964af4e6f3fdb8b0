import { describe, expect, it } from 'vitest';
import { createRandom, streams } from '../../../src/math/random.ts';
import {
  type ActivationKind,
  activations,
  initialMeans,
  multiplyAdds,
  networkOutputs,
} from '../../../src/model/networks/index.ts';
import { planDense } from '../../../src/model/networks/plan.ts';

describe('the plan of a dense network', () => {
  it('orders kernels row-major before their bias, layer after layer', () => {
    expect(planDense([1, 3, 1])).toEqual({
      inputCount: 1,
      ops: [
        { kind: 'dense', map: 0 },
        { kind: 'dense', map: 1 },
      ],
      layers: [
        { name: 'dense1', fanIn: 1, fanOut: 3, kernelOffset: 0, biasOffset: 3 },
        { name: 'dense2', fanIn: 3, fanOut: 1, kernelOffset: 6, biasOffset: 9 },
      ],
      parameterCount: 10,
    });
    expect(multiplyAdds(planDense([1, 3, 1]))).toBe(6);
  });

  it('computes the formula', () => {
    const plan = planDense([2, 2, 1]);
    // kernel1 [[1, −1], [2, 0.5]], bias1 [0.5, −3], kernel2 [2, −1], bias2 0.25
    const weights = Float64Array.from([1, -1, 2, 0.5, 0.5, -3, 2, -1, 0.25]);
    const outputs = networkOutputs(plan, activations.relu, weights, Float64Array.from([1, 2, -1, 8]));
    // Row 1: hidden [5.5, 0]; row 2: hidden [15.5, 2].
    expect([...outputs]).toEqual([11.25, 29.25]);
  });

  it('starts from means whose spread follows the rule, within four standard errors', () => {
    const plan = planDense([1, 400, 400, 1]);
    const means = initialMeans(plan, createRandom(4, streams.initialization));
    const layer = plan.layers[1]!;
    const kernel = means.subarray(layer.kernelOffset, layer.biasOffset);
    const variance = kernel.reduce((sum, value) => sum + value ** 2, 0) / kernel.length;
    expect(Math.abs(variance / (2 / 400) - 1)).toBeLessThan(4 * Math.sqrt(2 / kernel.length));
    expect(means.at(-1)).toBe(0);
  });
});

describe.each(Object.keys(activations) as ActivationKind[])('%s', (kind) => {
  it('has the derivative that finite differences give', () => {
    const { value, derivative } = activations[kind];
    for (const a of [-2.3, -0.4, 0.3, 1.7]) {
      const h = 1e-6;
      expect(derivative(a, value(a))).toBeCloseTo((value(a + h) - value(a - h)) / (2 * h), 7);
    }
  });
});
