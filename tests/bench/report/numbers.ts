import { sortedQuantile } from '../../../src/math/quantiles.ts';

/** Median and quartiles of one number per round. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number) => sortedQuantile(sorted, p);
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Computed round by round, so that both contenders are equally affected by a slow machine. */
export function ratios(above: readonly number[], below: readonly number[]): Spread {
  return spreadOf(above.map((value, round) => value / below[round]!));
}

/** Three digits: 0.0123, 1.23, 12.3, 1,230. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumSignificantDigits: 3 });
}

/** A median, ± half the interquartile range in per cent of it. */
export function withSpread({ median, low, high }: Spread): string {
  return `${rounded(median)} ±${Math.round((50 * (high - low)) / median)} %`;
}

/** How many times as fast. */
export const times = ({ median }: Spread): string => `${rounded(median)}×`;
