import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';

/** Gradient variance of one estimator. */
export interface NamedVariance {
  readonly name: string;
  /** > 0; null if it was not measured. */
  readonly variance: number | null;
  readonly chosen: boolean;
}

/** A row of the figure; `share` is the length of its bar, 0 to 1. */
export interface VarianceBar {
  readonly name: string;
  readonly chosen: boolean;
  readonly share: number;
  readonly value: string;
}

/** Smallest length of a bar. */
const MIN_SHARE = 0.03;

function measured(variances: readonly NamedVariance[]): number[] {
  return variances.flatMap(({ variance }) =>
    variance !== null && Number.isFinite(variance) && variance > 0 ? variance : [],
  );
}

/** Whole decades that contain the variances; null if there are none. */
export function varianceDomain(variances: readonly NamedVariance[]): Domain | null {
  const powers = measured(variances).map(Math.log10);
  if (powers.length === 0) return null;
  const low = Math.floor(Math.min(...powers));
  return [10 ** low, 10 ** Math.max(low + 1, Math.ceil(Math.max(...powers)))];
}

/** Bars on a logarithmic scale from the lower end of the domain. */
export function varianceBars(variances: readonly NamedVariance[]): VarianceBar[] {
  const domain = varianceDomain(variances);
  return variances.map(({ name, variance, chosen }) => {
    const drawn = domain !== null && measured([{ name, variance, chosen }]).length > 0;
    const decades = drawn ? Math.log10((variance as number) / domain[0]) : 0;
    const width = drawn ? decades / Math.log10(domain[1] / domain[0]) : 0;
    return {
      name,
      chosen,
      share: drawn ? Math.min(1, Math.max(MIN_SHARE, width)) : 0,
      value: formatNumber(variance ?? Number.NaN),
    };
  });
}

/** Text alternative of the figure. */
export function varianceSummary(variances: readonly NamedVariance[]): string {
  if (measured(variances).length === 0) return t('Variance of one sample’s gradient: not measured.');
  const parts = variances.map(({ name, variance, chosen }) => {
    const value = formatNumber(variance ?? Number.NaN);
    return chosen ? t('{name} (chosen) {value}', { name, value }) : `${name} ${value}`;
  });
  return t('Variance of one sample’s gradient: {variances}.', { variances: parts.join(', ') });
}

/** Explanation of the bars in one sentence. */
export function varianceNote(variances: readonly NamedVariance[]): string {
  const domain = varianceDomain(variances);
  if (!domain) return t('Not measured: this network and its data are too large for that.');
  return t('Variance of one sample’s gradient, log scale from {low} to {high}: lower is steadier.', {
    low: formatNumber(domain[0]),
    high: formatNumber(domain[1]),
  });
}
