import type { WeightSummary } from '../../../experiment/pictures/snapshot.ts';
import type { Scaler } from '../../../experiment/problem/scalers.ts';
import { type Filter, firstFilters } from '../../../plots/images/Filters.tsx';
import { type Responses, responsesOf } from '../twoConvolutions/twoConvolutions.ts';

/** Posterior width of a layer's kernel: median σ and number of weights. */
export interface LayerWidth {
  /** Index from 1, over convolutions and dense layers alike. */
  readonly layer: number;
  readonly weights: number;
  readonly medianSigma: number;
}

/** Of every layer with a kernel, in the network's order. */
export function layerWidths({
  sigma,
  layers,
}: Pick<WeightSummary, 'sigma' | 'layers'>): readonly LayerWidth[] {
  return layers
    .filter(({ name }) => name.endsWith('/kernel'))
    .map(({ offset, shape }, index) => {
      const weights = shape.reduce((product, size) => product * size, 1);
      const sorted = sigma.slice(offset, offset + weights).sort();
      const middle = weights / 2;
      const medianSigma = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
      return { layer: index + 1, weights, medianSigma };
    });
}

/** A filter of the first layer, and what the second layer does with it. */
export interface LearnedFilter extends Filter {
  readonly bias: { readonly mean: number; readonly sigma: number };
  /** Weights of the second convolution that its responses are multiplied by, and their complexity cost in nats. */
  readonly readers: number;
  readonly readersCost: number;
}

/** The filters of a network of two convolutions; empty for other networks, and for methods without a complexity cost. */
export function learnedFilters(weights: WeightSummary): readonly LearnedFilter[] {
  const { mu, sigma, kl, layers } = weights;
  const block = (name: string) => layers.find((layer) => layer.name === name);
  const [bias, next] = [block('conv1/bias'), block('conv2/kernel')];
  if (!bias || !next || !kl) return [];
  const filters = firstFilters(weights);
  const [fanIn, fanOut] = next.shape as readonly [number, number];
  return filters.map((filter, index) => {
    // Kernels are [size, size, channels, filters]: every channels-th row belongs to this filter.
    let readersCost = 0;
    for (let row = index; row < fanIn; row += filters.length)
      for (let column = 0; column < fanOut; column++) readersCost += kl[next.offset + row * fanOut + column]!;
    const place = bias.offset + index;
    return {
      ...filter,
      bias: { mean: mu[place]!, sigma: sigma[place]! },
      readers: (fanIn / filters.length) * fanOut,
      readersCost,
    };
  });
}

/** Whether the sign of a weight is known: its mean is more than two standard deviations from 0. */
export function isSignKnown(mean: number, sigma: number): boolean {
  return Math.abs(mean) > 2 * sigma;
}

/**
 * Mean and standard deviation of a filter's response before the activation, at every position of an image with
 * side · side pixels. scaler: the map from pixels to the inputs of the network; the border is padded with 0, the mean pixel.
 */
export function learnedResponses(
  pixels: readonly number[],
  scaler: Scaler,
  { mean, sigma, bias }: LearnedFilter,
  side: number,
): Responses {
  const inputs = pixels.map((pixel) => (pixel - scaler.mean) / scaler.scale);
  const ofKernel = responsesOf(inputs, { mu: mean, sigma }, side);
  return {
    mean: ofKernel.mean.map((response) => response + bias.mean),
    sigma: ofKernel.sigma.map((spread) => Math.hypot(spread, bias.sigma)),
  };
}
