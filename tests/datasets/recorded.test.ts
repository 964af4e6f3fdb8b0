import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/index.ts';
import { createRandom, streams } from '../../src/math/random.ts';

/** Least, middle, mean and largest of each column, as R's `summary` prints them. */
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

  it('have all their rows, whatever size and noise are asked for', () => {
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
