import { describe, expect, it } from 'vitest';
import type { ImagesPredictive, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { firstFilters } from '../../../src/plots/images/Filters.tsx';
import {
  imageOfPad,
  inverted,
  letterImage,
  letterNames,
  noiseImage,
  strokeCells,
  turned,
} from '../../../src/plots/images/imageActs.ts';
import { orderedImages, predictedClass } from '../../../src/plots/images/imageOrder.ts';

const shape = { height: 2, width: 3, brightest: 16 };

describe('an image that a person makes', () => {
  it('has of each pixel the share of its cells that are inked, as the digits were scanned', () => {
    const cells = new Uint8Array(8 * 12);
    // All of pixel (0, 0), and two cells of pixel (1, 2).
    for (let row = 0; row < 4; row++) cells.fill(1, row * 12, row * 12 + 4);
    cells[7 * 12 + 11] = 1;
    cells[4 * 12 + 8] = 1;
    expect(imageOfPad(cells, shape)).toEqual([16, 0, 0, 0, 0, 2]);
  });

  it('is drawn with a pen that leaves no gap between two places', () => {
    const inked = strokeCells([1.5, 1.5], [6.5, 1.5], 0.6, 8, 4);
    expect(inked).toEqual([9, 10, 11, 12, 13, 14]);
    expect(strokeCells([2.5, 2.5], [2.5, 2.5], 0.6, 8, 4)).toEqual([2 * 8 + 2]);
  });
});

it.each(letterNames)('the letter %s is written in ink, within the image, like no other', (letter) => {
  const shape = { height: 8, width: 8, brightest: 16 };
  const image = letterImage(letter, shape);
  expect(image).toHaveLength(64);
  expect(Math.max(...image)).toBeGreaterThan(8);
  // Strokes leave most of the paper white, and none of it blacker than black.
  expect(image.filter((value) => value === 0).length).toBeGreaterThan(15);
  expect(image.every((value) => value >= 0 && value <= 16)).toBe(true);
  for (const other of letterNames) if (other !== letter) expect(letterImage(other, shape)).not.toEqual(image);
});

describe('an image that is changed', () => {
  const square = { height: 3, width: 3, brightest: 9 };
  const image = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('is itself after a turn of nothing, and of a whole one', () => {
    for (const degrees of [0, 360])
      turned(image, square, degrees).forEach((value, i) => expect(value).toBeCloseTo(image[i]!, 9));
  });

  it('turned by 90 degrees has its right column on top', () => {
    const quarter = turned(image, square, 90);
    [3, 6, 9, 2, 5, 8, 1, 4, 7].forEach((value, i) => expect(quarter[i]).toBeCloseTo(value, 9));
  });

  it('inverted twice is itself; noise stays between paper and ink and is the seed’s', () => {
    expect(inverted(inverted(image, square), square)).toEqual(image);
    expect(inverted(image, square)[0]).toBe(8);
    const noise = noiseImage(square, 3);
    expect(noise.every((value) => value >= 0 && value <= 9)).toBe(true);
    expect(noiseImage(square, 3)).toEqual(noise);
    expect(noiseImage(square, 4)).not.toEqual(noise);
  });
});

describe('a gallery', () => {
  const predictive = {
    kind: 'images',
    classes: 2,
    probabilities: Float64Array.from([0.9, 0.1, 0.4, 0.6, 0.2, 0.8, 0.5, 0.5]),
    totalEntropy: Float64Array.from([0.3, 0.67, 0.5, 0.69]),
  } as ImagesPredictive;
  const labels = [0, 0, 0, 0];

  it('shows the most uncertain first, or the surest mistakes, or all as they come', () => {
    expect(orderedImages(predictive, labels, 'uncertain')).toEqual([3, 1, 2, 0]);
    expect(orderedImages(predictive, labels, 'mistakes')).toEqual([2, 1, 0, 3]);
    expect(orderedImages(predictive, labels, 'given')).toEqual([0, 1, 2, 3]);
    expect(orderedImages(null, labels, 'uncertain')).toEqual([0, 1, 2, 3]);
    expect(predictedClass(predictive, 2)).toEqual({ y: 1, probability: 0.8 });
  });
});

it('the filters of a first convolution are read from its kernel, place by place', () => {
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
