import { quantile } from 'd3';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { linspace } from '../../math/linspace.ts';
import { sortedQuantile } from '../../math/quantiles.ts';
import { formatNumber } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import type { PriorCurve } from './priorCurve.ts';
import { isDrawable, type NamedBlock } from './weightNames.ts';

/** Maximum number of curves over all rows, which bounds the cost of a frame. */
const MAX_CURVES = 800;

/**
 * Curves drawn individually per row, at most 200. Of larger blocks an evenly spaced subset and the average are drawn.
 */
export function curvesPerRow(rowCount: number): number {
  return Math.min(200, Math.floor(MAX_CURVES / Math.max(1, rowCount)));
}

/** Maximum number of weights in the average of a block. */
const MAX_AVERAGED = 500;

/** Vertical layout of a row in pixels: a strip for its label, the curves below it. */
export interface Ridge {
  readonly block: NamedBlock;
  readonly top: number;
  /** y where the density is 0. */
  readonly baseline: number;
  /** Height of a curve at its peak. */
  readonly height: number;
}

/** Divides the frame equally among the blocks, in order. */
export function layoutRidges(blocks: readonly NamedBlock[], frame: Frame, fontSize: number): Ridge[] {
  const rowHeight = (frame.bottom - frame.top) / Math.max(1, blocks.length);
  return blocks.map((block, row) => {
    const top = frame.top + row * rowHeight;
    return { block, top, baseline: top + rowHeight, height: Math.max(2, rowHeight - 1.6 * fontSize) };
  });
}

/** Indices of at most `most` evenly spaced weights of a block, including the first and last; only drawable ones. */
export function drawnWeights(weights: WeightSummary, { offset, count }: NamedBlock, most: number): number[] {
  const drawn = Math.min(count, most);
  const step = drawn > 1 ? (count - 1) / (drawn - 1) : 0;
  return Array.from({ length: drawn }, (_, i) => offset + Math.round(i * step)).filter((index) =>
    isDrawable(weights, index),
  );
}

/** z values at which a Gaussian curve is sampled, denser where its curvature is high. */
export const gaussianCurve: readonly (readonly [z: number, height: number])[] = [
  -3.6, -3, -2.5, -2.1, -1.75, -1.4, -1.1, -0.8, -0.5, -0.25, 0, 0.25, 0.5, 0.8, 1.1, 1.4, 1.75, 2.1, 2.5, 3,
  3.6,
].map((z) => [z, Math.exp(-0.5 * z * z)] as const);

/**
 * N(mu, sigma²) scaled to peak at 1, as [w, height] pairs; a spike if sigma is 0. With true densities a few weights
 * of small σ would dwarf all others.
 */
export function ridgeCurve(mu: number, sigma: number): [number, number][] {
  return gaussianCurve.map(([z, height]) => [mu + z * sigma, height]);
}

/**
 * Average density of a block, (1/n) Σ N(w; mu_i, sigma_i²), at `count` places across the domain, scaled to peak at 1.
 * Standard deviations are at least the grid spacing, so that no curve falls between places. All 0 if nothing is
 * drawable.
 */
export function averageCurve(
  weights: WeightSummary,
  block: NamedBlock,
  domain: Domain,
  count: number,
): Float64Array {
  const average = new Float64Array(count);
  const spacing = (domain[1] - domain[0]) / (count - 1);
  for (const index of drawnWeights(weights, block, MAX_AVERAGED)) {
    const mu = weights.mu[index] as number;
    const sigma = Math.max(weights.sigma[index] as number, spacing);
    const first = Math.max(0, Math.ceil((mu - 3.6 * sigma - domain[0]) / spacing));
    const last = Math.min(count - 1, Math.floor((mu + 3.6 * sigma - domain[0]) / spacing));
    for (let i = first; i <= last; i++) {
      const z = (domain[0] + i * spacing - mu) / sigma;
      average[i] = (average[i] as number) + Math.exp(-0.5 * z * z) / sigma;
    }
  }
  const peak = average.reduce((most, value) => Math.max(most, value), 0);
  return peak > 0 ? average.map((value) => value / peak) : average;
}

/** The prior at `count` places across the domain, scaled like the curves; the spike of a mixture is cut at 1. */
export function priorRidge(curve: PriorCurve, domain: Domain, count: number): [number, number][] {
  return Array.from(linspace(...domain, count), (w): [number, number] => [
    w,
    Math.min(1, curve.density(w) / curve.top),
  ]).filter(([, height]) => Number.isFinite(height));
}

/**
 * Half width that the shared axis needs: 98 % of the weights with three standard deviations, and three standard
 * deviations of the prior unless that exceeds five times the former.
 */
export function wantedHalfWidth(weights: WeightSummary, priorDeviation: number): number {
  const reaches = weights.mu
    .map((mu, index) => Math.abs(mu) + 3 * (weights.sigma[index] as number))
    .filter(Number.isFinite)
    .sort();
  const prior = Number.isFinite(priorDeviation) ? 3 * priorDeviation : 0;
  const posterior = reaches.length > 0 ? sortedQuantile(reaches, 0.98) : prior;
  return Math.max(posterior, Math.min(prior, 5 * posterior));
}

/** Index of the weight whose curve is nearest to a position, given as w and height (0 to 1); null without curves. */
export function nearestCurve(
  weights: WeightSummary,
  block: NamedBlock,
  w: number,
  height: number,
): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let index = block.offset; index < block.offset + block.count; index++) {
    if (!isDrawable(weights, index)) continue;
    const away = Math.abs(w - (weights.mu[index] as number));
    const z = away === 0 ? 0 : away / (weights.sigma[index] as number);
    // The small terms break ties between flat curves in favour of the nearest mean.
    const distance = Math.abs(Math.exp(-0.5 * z * z) - height) + 1e-3 * Math.min(z, 1e3) + 1e-6 * away;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

/** 'Layer 1 kernel · 50 weights', with the number drawn if that is fewer. */
export function ridgeLabel({ name, count }: NamedBlock, most: number): string {
  return count > most
    ? t('{name} · {count, plural, one {# weight} other {# weights}} · {most} drawn', { name, count, most })
    : t('{name} · {count, plural, one {# weight} other {# weights}}', { name, count });
}

/** Text alternative of the plot. */
export function ridgelinesSummary(
  weights: WeightSummary,
  blocks: readonly NamedBlock[],
  priorDeviation: number,
): string {
  const sizes = weights.mu.map(Math.abs);
  const rows = blocks.map((block) => {
    const indices = drawnWeights(weights, block, block.count);
    const middle = (values: Float64Array) =>
      formatNumber(
        quantile(
          indices.map((i) => values[i] as number),
          0.5,
        ) ?? Number.NaN,
      );
    return t(
      '{name}, {count, plural, one {# weight} other {# weights}}: median |μ| {size}, median σ {sigma}',
      { name: block.name, count: block.count, size: middle(sizes), sigma: middle(weights.sigma) },
    );
  });
  return t('Every weight against its prior (standard deviation {deviation}). {rows}.', {
    deviation: formatNumber(priorDeviation),
    rows: rows.join('; '),
  });
}
