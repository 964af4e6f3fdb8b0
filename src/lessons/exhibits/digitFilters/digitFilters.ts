import type { WeightSummary } from '../../../experiment/pictures/snapshot.ts';

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
