import { describe, expect, it } from 'vitest';
import { createBatchSizing } from '../../src/engine/webgl/batchSizing.ts';
import {
  bandLength,
  describeTexels,
  packBand,
  packPlan,
  packRows,
  packVector,
  unpackVector,
} from '../../src/engine/webgl/packing.ts';
import { gradientGroups, gradientInputs } from '../../src/engine/webgl/passes/gradient.ts';
import { planDense } from '../../src/model/networks/plan.ts';

const shapes = [
  [1, 1],
  [1, 3, 1],
  [3, 5, 7, 2],
  [2, 8, 4, 1],
];

describe.each(shapes.map((sizes) => [sizes]))('a network of %j in texels', (sizes) => {
  const plan = planDense(sizes);
  const packing = packPlan(plan, 6);
  const count = plan.parameterCount;

  it('gives every parameter its own place, and the log noise the texel after the last', () => {
    expect(new Set(packing.places).size).toBe(count);
    expect(Math.max(...packing.places)).toBeLessThan(4 * packing.texels);
    expect(bandLength(packing)).toBeGreaterThan(4 * packing.texels);
  });

  it('keeps four neighbouring outputs of one input in one texel', () => {
    for (const { fanIn, fanOut, kernelOffset } of plan.layers)
      for (let row = 0; row <= fanIn; row++)
        for (let column = 0; column < fanOut; column++) {
          const place = packing.places[kernelOffset + row * fanOut + column]!;
          expect(place % 4).toBe(column % 4);
          const first = packing.places[kernelOffset + row * fanOut + column - (column % 4)]!;
          expect(Math.floor(place / 4)).toBe(Math.floor(first / 4));
        }
  });

  it('describes the texel of each parameter: its number, its lanes, its scale and its layer', () => {
    const scales = Float64Array.from({ length: count }, () => 0);
    plan.layers.forEach(({ kernelOffset, biasOffset, fanOut }, layer) => {
      scales.fill(layer + 1, kernelOffset, biasOffset);
      scales.fill(-layer - 1, biasOffset, biasOffset + fanOut);
    });
    const described = describeTexels(packing, scales);
    const seen = new Float32Array(bandLength(packing)).fill(-1);
    for (let texel = 0; texel < packing.texels; texel++) {
      const [parameter, lanes, scale, layer] = described.subarray(4 * texel, 4 * texel + 4);
      for (let lane = 0; lane < lanes!; lane++) {
        seen[4 * texel + lane] = parameter! + lane;
        expect(scale).toBe(scales[parameter! + lane]);
        expect(plan.layers[layer!]!.kernelOffset).toBeLessThanOrEqual(parameter!);
      }
    }
    const expected = new Float32Array(bandLength(packing)).fill(-1);
    packing.places.forEach((place, i) => {
      expected[place] = i;
    });
    expect(seen).toEqual(expected);
  });

  it('unpacks to the packed vector; lanes without a parameter are 0', () => {
    const vector = Float64Array.from({ length: 2 * count + 1 }, (_, i) => i + 1);
    const packed = packVector(packing, vector);
    expect(unpackVector(packing, packed)).toEqual(vector);
    expect(packed.filter((value) => value !== 0).length).toBe(vector.length);
    expect(packBand(packing, () => 1).reduce((sum, value) => sum + value, 0)).toBe(count);
  });
});

it('rows of data are padded to whole texels', () => {
  expect([...packRows(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5, 2)]).toEqual([
    1, 2, 3, 4, 5, 0, 0, 0, 6, 7, 8, 9, 10, 0, 0, 0,
  ]);
});

it('the largest network fits into the textures of any current graphics card', () => {
  const packing = packPlan(planDense([3, 512, 512, 512, 512, 512, 512, 100]), 64);
  expect(packing.width).toBeLessThanOrEqual(8192);
  expect(packing.rows * 64).toBeLessThanOrEqual(4096);
});

describe('the gradient', () => {
  const kind = { prior: 'gaussian', layers: 3 } as const;
  it.each([
    { ...kind, sampling: 'weights', sampledComplexity: true },
    { ...kind, sampling: 'activations', sampledComplexity: true },
  ] as const)('of three layers is one program ($sampling)', (three) => {
    expect(gradientGroups(three)).toEqual([[0, 1, 2]]);
  });

  it.each(['weights', 'activations'] as const)(
    'of the deepest network reads no more textures than a program may (%s)',
    (sampling) => {
      for (const sampledComplexity of [true, false]) {
        const deep = { ...kind, layers: 7, sampling, sampledComplexity };
        const groups = gradientGroups(deep);
        expect(groups.flat()).toEqual([0, 1, 2, 3, 4, 5, 6]);
        for (const group of groups) expect(gradientInputs(deep, group).length).toBeLessThanOrEqual(16);
      }
    },
  );
});

describe('chunks of steps', () => {
  it('start with a few steps and double up to their time limit', () => {
    const pace = createBatchSizing();
    const sizes = Array.from({ length: 8 }, () => {
      const size = pace.size(1000, 1e9);
      pace.learn(size, size * 0.1, true);
      return size;
    });
    expect(sizes).toEqual([2, 4, 8, 16, 32, 64, 80, 80]);
  });

  it('shrink immediately if steps are slow, to at least one', () => {
    const pace = createBatchSizing();
    pace.learn(80, 8, true);
    expect(pace.size(1000, 1e9)).toBe(80);
    pace.learn(80, 800, true);
    expect(pace.size(1000, 1e9)).toBe(1);
  });

  it('never exceed the requested steps, or what the remaining time allows', () => {
    const pace = createBatchSizing();
    pace.learn(80, 8, true);
    expect(pace.size(3, 1e9)).toBe(3);
    expect(pace.size(1000, 1)).toBe(10);
    expect(pace.size(1000, -1)).toBe(1);
  });

  it('are not measured as slower if their end was observed late', () => {
    const pace = createBatchSizing();
    pace.learn(80, 8, true);
    pace.learn(80, 800, false);
    expect(pace.size(1000, 1e9)).toBe(80);
  });
});
