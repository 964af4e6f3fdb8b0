import { describe, expect, it } from 'vitest';
import { createRandom, streams } from '../../../src/math/random.ts';
import { datasets } from '../../../src/model/datasets/index.ts';

/** Minimum, median, mean and maximum of each column, as printed by R's `summary`. */
const published = [
  {
    id: 'motorcycle',
    rows: 133,
    x: { least: 2.4, median: 23.4, mean: 25.18, most: 57.6 },
    y: { least: -134, median: -13.3, mean: -25.55, most: 75 },
  },
  {
    id: 'old-faithful',
    rows: 272,
    x: { least: 1.6, median: 4, mean: 3.488, most: 5.1 },
    y: { least: 43, median: 76, mean: 70.897, most: 96 },
  },
] as const;

function summary(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return {
    least: sorted[0],
    median: (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    most: sorted.at(-1),
  };
}

describe.each(published)('the recorded data $id', ({ id, rows, x, y }) => {
  const points = datasets[id].points(createRandom(1, streams.data), 7, 0.5);

  it('have all their rows at any requested size and noise', () => {
    expect(points).toHaveLength(rows);
    expect(datasets[id].points(createRandom(2, streams.data), 0, 0)).toEqual(points);
  });

  it('have the published summary', () => {
    for (const [values, truth] of [
      [points.map((point) => point.x[0]!), x],
      [points.map((point) => point.y), y],
    ] as const) {
      const { mean, ...order } = summary(values);
      expect({ ...order, mean: truth.mean }).toEqual(truth);
      expect(Math.abs(mean - truth.mean)).toBeLessThan(0.005);
    }
  });
});

describe('the recorded data iris', () => {
  /** As printed by R's `summary(iris)`; in the order of the measures. */
  const measures = [
    { least: 4.3, median: 5.8, mean: 5.843, most: 7.9 },
    { least: 2, median: 3, mean: 3.057, most: 4.4 },
    { least: 1, median: 4.35, mean: 3.758, most: 6.9 },
    { least: 0.1, median: 1.3, mean: 1.199, most: 2.5 },
  ];
  const chosen = (inputs: readonly number[]) =>
    datasets.iris.points(createRandom(1, streams.data), 7, 0.5, { classes: 3, inputs });

  it.each(measures)('has the published summary of a measure with median $median', (truth) => {
    const measure = measures.indexOf(truth);
    const { mean, ...order } = summary(chosen([measure, 0]).map(({ x }) => x[0]!));
    expect({ ...order, mean: truth.mean }).toEqual(truth);
    expect(Math.abs(mean - truth.mean)).toBeLessThan(0.0006);
  });

  it('has fifty flowers of each species, and the measures in the chosen order', () => {
    const across = chosen([2, 3]);
    for (const y of [0, 1, 2]) expect(across.filter((flower) => flower.y === y)).toHaveLength(50);
    expect(chosen([3, 2]).map(({ x, y }) => ({ x: x.toReversed(), y }))).toEqual(across);
  });
});
