import { extent, max, quantile } from 'd3';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import type { PriorCurve } from './priorCurve.ts';
import { isDrawable, type NamedBlock } from './weightNames.ts';

type Scale = (value: number) => number;

/** One weight in pixels. */
export interface ScatterDot {
  readonly index: number;
  readonly layer: number;
  readonly x: number;
  readonly y: number;
}

/** Every finite weight in pixels, clamped to the axes; weights with σ = 0 are at the bottom edge. */
export function scatterDots(
  weights: WeightSummary,
  blocks: readonly NamedBlock[],
  frame: Frame,
  x: Scale,
  y: Scale,
): ScatterDot[] {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const dots: ScatterDot[] = [];
  for (const { offset, count, layer } of blocks)
    for (let index = offset; index < offset + count; index++)
      if (isDrawable(weights, index))
        dots.push({
          index,
          layer,
          x: clamp(x(weights.mu[index] as number), frame.left, frame.right),
          y:
            weights.sigma[index] === 0
              ? frame.bottom
              : clamp(y(weights.sigma[index] as number), frame.top, frame.bottom),
        });
  return dots;
}

/** Half width of the μ axis: the largest |μ| with a margin. */
export function wantedMu(weights: WeightSummary): number {
  return 1.05 * (max(weights.mu.filter(Number.isFinite), Math.abs) ?? 1);
}

/** The σ axis: all posterior deviations and those of the priors, with a margin. */
export function wantedSigma(weights: WeightSummary, priorDeviations: readonly number[]): Domain {
  const isPositive = (sigma: number) => sigma > 0 && Number.isFinite(sigma);
  const [low, high] = extent([...weights.sigma.filter(isPositive), ...priorDeviations.filter(isPositive)]);
  return low === undefined ? [0.1, 1] : [low / 1.1, high * 1.1];
}

/** Standard deviations of the distinct priors of the weights, largest first. */
export function priorDeviations(weights: WeightSummary, priorOf: (scale: number) => PriorCurve): number[] {
  return [...new Set(weights.priorScale)].map((scale) => priorOf(scale).deviation).sort((a, b) => b - a);
}

/** SVG path of the region |μ| < σ; its edges are curved because only σ is logarithmic. */
export function noiseWedge(frame: Frame, x: Scale, y: Scale, sigmaDomain: Domain): string {
  const count = 40;
  const ratio = sigmaDomain[1] / sigmaDomain[0];
  const sigmas = Array.from({ length: count + 1 }, (_, i) => sigmaDomain[0] * ratio ** (i / count));
  const within = (pixel: number) => Math.min(Math.max(pixel, frame.left), frame.right);
  const right = sigmas.map((sigma) => `${within(x(sigma)).toFixed(1)},${y(sigma).toFixed(1)}`);
  const left = sigmas.map((sigma) => `${within(x(-sigma)).toFixed(1)},${y(sigma).toFixed(1)}`);
  return `M${[...right, ...left.reverse()].join('L')}Z`;
}

/** The dot nearest to a position in pixels; null without any. */
export function nearestDot(
  dots: readonly Pick<ScatterDot, 'index' | 'x' | 'y'>[],
  x: number,
  y: number,
): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const dot of dots) {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (distance < least) [nearest, least] = [dot.index, distance];
  }
  return nearest;
}

/** Note about weights with σ = 0, which a logarithmic axis cannot show; null without any. */
export function spikeNote(weights: WeightSummary): string | null {
  const spikes = weights.sigma.reduce((count, sigma) => count + (sigma === 0 ? 1 : 0), 0);
  return spikes === 0
    ? null
    : t('σ = 0 at the lower edge: {count, plural, one {# weight} other {# weights}} of one value', {
        count: spikes,
      });
}

/** Text alternative of the plot. */
export function scatterSummary(weights: WeightSummary, deviations: readonly number[]): string {
  const indices = [...weights.mu.keys()].filter((index) => isDrawable(weights, index));
  if (indices.length === 0) return t('Mean and standard deviation of every weight: nothing to show yet.');
  const spikes = spikeNote(weights);
  const below = indices.filter(
    (i) => Math.abs(weights.mu[i] as number) < (weights.sigma[i] as number),
  ).length;
  const middle = formatNumber(
    quantile(
      indices.map((i) => weights.sigma[i] as number),
      0.5,
    ) ?? Number.NaN,
  );
  const summary = t(
    'Mean μ against standard deviation σ of {count, plural, one {# weight} other {# weights}}. {below, plural, one {# weight} other {# weights}} with the signal below the noise (|μ| < σ). Median σ {median}; prior standard deviation {deviations}.',
    {
      count: indices.length,
      below,
      median: middle,
      deviations: deviations.map(formatNumber).join(', '),
    },
  );
  return spikes === null ? summary : `${summary} ${spikes}.`;
}
