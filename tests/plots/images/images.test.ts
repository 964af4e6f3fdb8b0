import { describe, expect, test } from 'vitest';
import { mostProbableClass } from '../../../src/experiment/pictures/mostProbableClass.ts';
import type { ImagesPredictive, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { firstFilters } from '../../../src/plots/images/Filters.tsx';
import { orderedImages, rowToShow, shownRows } from '../../../src/plots/images/imageOrder.ts';

describe('a gallery', () => {
  const predictive = {
    kind: 'images',
    classes: 2,
    probabilities: Float64Array.from([0.9, 0.1, 0.4, 0.6, 0.2, 0.8, 0.5, 0.5]),
    totalEntropy: Float64Array.from([0.3, 0.67, 0.5, 0.69]),
  } as ImagesPredictive;
  const labels = [0, 0, 0, 0];

  test('shows the most uncertain first, the most confident mistakes, or the original order', () => {
    expect(orderedImages(predictive, labels, 'uncertain')).toEqual([3, 1, 2, 0]);
    expect(orderedImages(predictive, labels, 'mistakes')).toEqual([2, 1, 0, 3]);
    expect(orderedImages(predictive, labels, 'given')).toEqual([0, 1, 2, 3]);
    expect(orderedImages(null, labels, 'uncertain')).toEqual([0, 1, 2, 3]);
  });

  test('the image that is looked at is one of the gallery, wherever the order puts it', () => {
    const ordered = Array.from({ length: 100 }, (_, i) => 99 - i);
    for (const kept of [99, 50, 40, 3]) {
      const rows = shownRows(ordered, kept);
      expect(rows).toHaveLength(60);
      expect(rows).toContain(kept);
    }
    expect(shownRows(ordered, null)).toEqual(ordered.slice(0, 60));
    expect(shownRows([1, 0], 7)).toEqual([1, 0]);
  });

  test('until an image is chosen the first one is looked at, and stays while it is among the first', () => {
    expect(rowToShow([3, 1, 2, 0], null)).toBe(3);
    expect(rowToShow([1, 2, 3, 0], 3)).toBe(3);
    const ordered = Array.from({ length: 100 }, (_, i) => i);
    expect(rowToShow(ordered, 80)).toBe(0);
    expect(rowToShow([], 3)).toBeNull();
    expect(mostProbableClass(predictive, 2)).toEqual({ y: 1, probability: 0.8 });
  });
});

test('the filters of a first convolution are read from its kernel, place by place', () => {
  const weights = {
    mu: Float64Array.from([9, 1, 2, 3, 4, 5, 6, 7, 8]),
    sigma: Float64Array.from([9, 10, 20, 30, 40, 50, 60, 70, 80]),
    layers: [{ name: 'conv1/kernel', offset: 1, shape: [4, 2] }],
  } as unknown as WeightSummary;
  expect(firstFilters(weights)).toEqual([
    { mean: [1, 3, 5, 7], sigma: [10, 30, 50, 70] },
    { mean: [2, 4, 6, 8], sigma: [20, 40, 60, 80] },
  ]);
  expect(firstFilters({ ...weights, layers: [] })).toEqual([]);
});
