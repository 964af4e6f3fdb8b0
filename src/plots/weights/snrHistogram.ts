import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { formatPercent } from '../frame/format.ts';
import { isDrawable } from './weightNames.ts';

/**
 * Histogram of the signal-to-noise ratios of the weights in decibels, 20 log₁₀(|μ|/σ) (Blundell et al. 2015, figure
 * 5).
 */
export interface SnrHistogram {
  /** [bins + 1], edges of equally wide bins. */
  readonly edges: readonly number[];
  /** [bins], number of weights; values beyond the axis count in the outermost bins. */
  readonly counts: readonly number[];
  /** Number of weights below the axis, which count in the first bin. */
  readonly below: number;
  /** Threshold below which weights are pruned; null if none or all are. */
  readonly cut: number | null;
  readonly pruned: number;
  readonly weights: number;
}

/** Axis in decibels, the same for every network so that runs can be compared. */
export const SNR_DOMAIN = [-40, 50] as const;
/** Width of a bin in decibels. */
export const BIN_WIDTH = 2.5;

/** Decibels of every drawable weight: −∞ where μ is 0, ∞ where σ is. */
function decibels(weights: WeightSummary): number[] {
  return [...weights.mu.keys()]
    .filter((i) => isDrawable(weights, i))
    .map((i) => 20 * Math.log10(Math.abs(weights.mu[i] as number) / (weights.sigma[i] as number)));
}

/** fraction: part of the weights that is pruned in order of signal to noise, as in `keptWeights`. */
export function snrHistogram(weights: WeightSummary, fraction: number): SnrHistogram {
  const [low, high] = SNR_DOMAIN;
  const bins = Math.round((high - low) / BIN_WIDTH);
  const counts = new Array<number>(bins).fill(0);
  const values = decibels(weights).sort((a, b) => a - b);
  for (const value of values) {
    const bin = Math.floor((value - low) / BIN_WIDTH);
    counts[Math.min(Math.max(Number.isNaN(bin) ? 0 : bin, 0), bins - 1)]! += 1;
  }
  const pruned = Math.floor(fraction * weights.mu.length);
  const next = values[pruned];
  return {
    edges: Array.from({ length: bins + 1 }, (_, i) => low + BIN_WIDTH * i),
    counts,
    below: values.filter((value) => value < low).length,
    cut: pruned === 0 || next === undefined ? null : next,
    pruned,
    weights: values.length,
  };
}

/** Fraction of the weights below a threshold in decibels. */
export function fractionBelow(weights: WeightSummary, threshold: number): number {
  const values = decibels(weights);
  if (values.length === 0) return 0;
  return values.filter((value) => value < threshold).length / weights.mu.length;
}

/** Text alternative of the plot. */
export function snrSummary({ counts, edges, pruned, weights }: SnrHistogram): string {
  if (weights === 0) return t('Signal to noise of every weight: nothing to show yet.');
  const most = counts.indexOf(Math.max(...counts));
  const noisy = counts.reduce((sum, count, i) => sum + ((edges[i + 1] as number) <= 0 ? count : 0), 0);
  return t(
    'Signal to noise |μ|/σ of {weights, plural, one {# weight} other {# weights}} in decibels. Most lie between {low} and {high} dB; {noisy} below 0 dB, where the noise is larger than the signal. {pruned, plural, one {# weight} other {# weights}} pruned.',
    {
      weights,
      low: formatPlain(edges[most] as number),
      high: formatPlain(edges[most + 1] as number),
      noisy: formatPercent(Number((noisy / weights).toPrecision(2))),
      pruned,
    },
  );
}
