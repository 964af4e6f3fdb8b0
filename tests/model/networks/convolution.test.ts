import { describe, expect, it } from 'vitest';
import { activations, networkOutputs, planNetwork, pooledSize } from '../../../src/model/networks/index.ts';

const shape = {
  kind: 'convolutional',
  hidden: [],
  channels: [2],
  kernelSize: 3,
  cell: 'lstm',
} as const;

describe('a convolutional network', () => {
  it('orders its parameters: kernels [height, width, channels, filters], then the dense layers', () => {
    const plan = planNetwork({ ...shape, channels: [8, 16], hidden: [32] }, 64, 10);
    expect(plan.layers.map(({ name, fanIn, fanOut }) => [name, fanIn, fanOut])).toEqual([
      ['conv1', 9, 8],
      ['conv2', 72, 16],
      ['dense1', 64, 32],
      ['dense2', 32, 10],
    ]);
    expect(plan.parameterCount).toBe(9 * 8 + 8 + 72 * 16 + 16 + 64 * 32 + 32 + 32 * 10 + 10);
  });

  it('is a sum over the neighbourhood of every place, and a maximum of every four', () => {
    // 3 × 3 image, one filter that sums its neighbourhood, one that copies the place above.
    const image = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const plan = planNetwork(shape, 9, 1);
    const weights = new Float64Array(plan.parameterCount);
    for (let k = 0; k < 9; k++) weights[2 * k] = 1;
    weights[2 * 1 + 1] = 1;
    weights[18] = 0.5;
    weights[19] = -10;
    // Dense: the first filter's maximum times 1, the second's times 100, and 7.
    const [dense] = plan.layers.slice(1);
    weights[dense!.kernelOffset] = 1;
    weights[dense!.kernelOffset + 1] = 100;
    weights[dense!.biasOffset] = 7;
    const outputs = networkOutputs(plan, activations.linear, weights, Float64Array.from(image));
    // Sums at (0,0), (0,1), (1,0), (1,1): 12, 21, 27, 45. Above: 0, 0, 1, 2.
    expect([...outputs]).toEqual([45.5 + 100 * (2 - 10) + 7]);
    expect(pooledSize({ ...plan.ops[0], height: 3, width: 3 } as never)).toEqual([1, 1]);
  });

  it('is translation-invariant: the same kernel at every place', () => {
    const plan = planNetwork({ ...shape, channels: [1], kernelSize: 1 }, 16, 1);
    const weights = new Float64Array(plan.parameterCount).fill(1);
    const at = (place: number) => {
      const image = new Float64Array(16);
      image[place] = 3;
      return networkOutputs(plan, activations.relu, weights, image)[0];
    };
    expect(new Set(Array.from({ length: 16 }, (_, place) => at(place))).size).toBe(1);
  });
});
