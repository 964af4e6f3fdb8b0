import { expect, it } from 'vitest';
import { layerWidths } from '../../../src/lessons/exhibits/digitFilters/digitFilters.ts';

it('widths are those of the kernels, layer by layer; biases and neighbours do not count', () => {
  const sigma = Float64Array.from([5, 1, 3, 2, 90, 0.4, 0.2, 0.6, 90]);
  const layers = [
    { name: 'conv1/kernel', offset: 0, shape: [2, 2] },
    { name: 'conv1/bias', offset: 4, shape: [1] },
    { name: 'dense1/kernel', offset: 5, shape: [3, 1] },
    { name: 'dense1/bias', offset: 8, shape: [1] },
  ];
  expect(layerWidths({ sigma, layers })).toEqual([
    { layer: 1, weights: 4, medianSigma: 2.5 },
    { layer: 2, weights: 3, medianSigma: 0.4 },
  ]);
});
