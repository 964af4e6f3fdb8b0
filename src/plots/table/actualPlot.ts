import type { RowPredictions } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import type { Phase } from '../predictive/predictiveText.ts';

/** A row in pixels: actual value on x, prediction on y. */
export interface ActualMark {
  readonly index: number;
  readonly x: number;
  /** Predictive mean, and edges of the intervals without and with noise; y grows downwards. */
  readonly y: number;
  readonly innerUpper: number;
  readonly innerLower: number;
  readonly upper: number;
  readonly lower: number;
}

/** Both axes: all actual values with a margin of a quarter of their range. */
export function actualDomain(actual: readonly number[]): Domain {
  const low = Math.min(...actual);
  const high = Math.max(...actual);
  if (!(high >= low)) return [0, 1];
  const margin = high > low ? (high - low) / 4 : Math.max(1, Math.abs(high)) / 4;
  return [low - margin, high + margin];
}

/** Marks of all finite rows, clamped to the axes. */
export function actualMarks(
  rows: RowPredictions,
  actual: readonly number[],
  frame: Frame,
  x: (value: number) => number,
  y: (value: number) => number,
): readonly ActualMark[] {
  const pixel = (value: number) => Math.min(Math.max(y(value), frame.top), frame.bottom);
  return actual.flatMap((value, index) => {
    const mean = rows.mean[index];
    if (mean === undefined || !Number.isFinite(mean)) return [];
    const innerUpper = pixel(rows.epistemicUpper[index]!);
    const innerLower = pixel(rows.epistemicLower[index]!);
    return {
      index,
      x: x(value),
      y: pixel(mean),
      innerUpper,
      innerLower,
      // Monte Carlo quantiles may cross; the intervals must nest.
      upper: Math.min(pixel(rows.upper[index]!), innerUpper),
      lower: Math.max(pixel(rows.lower[index]!), innerLower),
    };
  });
}

/** SVG paths of all intervals with noise, intervals without, and dots at the means. */
export function actualPaths(marks: readonly ActualMark[]): {
  readonly outer: string;
  readonly inner: string;
  readonly dots: string;
} {
  const path = (of: (mark: ActualMark) => string) => marks.map(of).join('');
  const at = (value: number) => value.toFixed(1);
  return {
    outer: path(({ x, upper, lower }) => `M${at(x)},${at(upper)}V${at(lower)}`),
    inner: path(({ x, innerUpper, innerLower }) => `M${at(x)},${at(innerUpper)}V${at(innerLower)}`),
    dots: path(({ x, y }) => `M${at(x)},${at(y)}h0`),
  };
}

/** Number of rows whose actual value is inside the interval. */
export function countCovered(rows: RowPredictions, actual: readonly number[]): number {
  return actual.filter((value, i) => rows.lower[i]! <= value && value <= rows.upper[i]!).length;
}

/** 'Row 3: actual 21.5; predicted mean 20.1, sd 0.8 epistemic and 2.1 aleatoric; 90 % interval 16.4 to 24' */
export function rowReadout(
  rows: RowPredictions,
  actual: readonly number[],
  index: number,
  interval: number,
): string {
  const numbers = [
    actual[index],
    rows.mean[index],
    rows.epistemicSigma[index],
    rows.aleatoricSigma[index],
    rows.lower[index],
    rows.upper[index],
  ].map((value) => formatNumber(value ?? Number.NaN));
  const [is, mean, epistemic, aleatoric, lower, upper] = numbers as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return t(
    'Row {row}: actual {actual}; predicted mean {mean}, sd {epistemic} epistemic and {aleatoric} aleatoric; {interval} interval {lower} to {upper}',
    {
      row: index + 1,
      actual: is,
      mean,
      epistemic,
      aleatoric,
      interval: formatPercent(interval),
      lower,
      upper,
    },
  );
}

/** Text alternative of the plot. */
export function actualSummary(
  rows: RowPredictions | null,
  actual: readonly number[],
  phase: Phase,
  interval: number,
): string {
  if (!rows || rows.mean.length !== actual.length || actual.length === 0)
    return t('Predicted against actual values: nothing to show yet.');
  const values = {
    rows: actual.length,
    interval: formatPercent(interval),
    held: countCovered(rows, actual),
  };
  return phase === 'prior'
    ? t(
        'Predicted by the prior against actual values of {rows} rows. The {interval} interval holds {held} of them.',
        values,
      )
    : t(
        'Predicted against actual values of {rows} rows. The {interval} interval holds {held} of them.',
        values,
      );
}
