import { expect, it } from 'vitest';
import {
  isSignKnown,
  layerWidths,
  learnedFilters,
  learnedResponses,
} from '../../../src/lessons/exhibits/digitFilters/digitFilters.ts';

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

/** Two 1 × 1 filters on one channel, read by a 1 × 1 convolution with three filters. */
const weights = {
  mu: Float64Array.from([2, -1, 0.5, 0.25, ...Array(6).fill(0)]),
  sigma: Float64Array.from([0.1, 0.6, 0.3, 0.4, ...Array(6).fill(1)]),
  kl: Float64Array.from([9, 9, 9, 9, 1, 2, 3, 10, 20, 30]),
  priorScale: new Float64Array(10).fill(1),
  layers: [
    { name: 'conv1/kernel', offset: 0, shape: [1, 2] },
    { name: 'conv1/bias', offset: 2, shape: [2] },
    { name: 'conv2/kernel', offset: 4, shape: [2, 3] },
  ],
};

it('a filter has its kernel, its bias, and the cost of the weights that read it', () => {
  const [first, second] = learnedFilters(weights);
  expect(first).toEqual({
    mean: [2],
    sigma: [0.1],
    bias: { mean: 0.5, sigma: 0.3 },
    readers: 3,
    readersCost: 6,
  });
  expect(second).toMatchObject({ mean: [-1], bias: { mean: 0.25, sigma: 0.4 }, readersCost: 60 });
  expect(learnedFilters({ ...weights, kl: null })).toEqual([]);
});

it('the response is that of the inputs of the network, with the bias', () => {
  const [filter] = learnedFilters(weights);
  const { mean, sigma } = learnedResponses([8, 4, 4, 4], { mean: 4, scale: 2 }, filter!, 2);
  // Inputs are 2, 0, 0, 0.
  expect([...mean]).toEqual([4.5, 0.5, 0.5, 0.5]);
  expect(sigma[0]).toBeCloseTo(Math.sqrt(0.2 ** 2 + 0.3 ** 2), 12);
  expect(sigma[1]).toBeCloseTo(0.3, 12);
});

it('the sign of a weight is known two standard deviations from 0', () => {
  expect(isSignKnown(-0.5, 0.2)).toBe(true);
  expect(isSignKnown(0.3, 0.2)).toBe(false);
});
