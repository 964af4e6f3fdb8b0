import { extent } from 'd3';
import type { Bands, SequencePredictive } from '../../experiment/pictures/snapshot.ts';
import type { Interval } from '../../model/datasets/dataset.ts';
import type { Frame } from '../frame/frame.ts';
import { toPixels } from '../frame/frame.ts';
import type { PlotScales } from '../predictive/predictivePlot.ts';

/** Maps the index of a value to its time: start + step · index. */
export interface SeriesTime {
  readonly start: number;
  readonly step: number;
}

/** Axes of the plot: all values with a margin of an eighth of their range, and room for a forecast beyond the end. */
export function sequenceDomains(
  values: readonly number[],
  { start, step }: SeriesTime,
  ahead: number,
): [Interval, Interval] {
  const [low = 0, high = 1] = extent(values);
  const margin = (high - low || 1) / 8;
  return [
    [start, start + step * Math.max(1, values.length - 1 + ahead)],
    [low - margin, high + margin],
  ];
}

/** Bands in pixels from index `first` on. y grows downwards: upper ≤ innerUpper ≤ innerLower ≤ lower. */
export interface BandGeometry {
  readonly x: Float64Array;
  readonly centre: Float64Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly innerUpper: Float64Array;
  readonly innerLower: Float64Array;
}

/** Maps bands to pixels. The outer band is widened to the inner one where Monte Carlo quantiles cross. */
export function bandGeometry(
  bands: Bands,
  first: number,
  { start, step }: SeriesTime,
  frame: Frame,
  scales: PlotScales,
): BandGeometry {
  const pixels = (values: Float64Array) => toPixels(values, scales.y, frame);
  const [innerUpper, innerLower] = [pixels(bands.epistemicUpper), pixels(bands.epistemicLower)];
  return {
    x: Float64Array.from(bands.centre, (_, i) => scales.x(start + step * (first + i))),
    centre: pixels(bands.centre),
    innerUpper,
    innerLower,
    upper: pixels(bands.upper).map((pixel, i) => Math.min(pixel, innerUpper[i]!)),
    lower: pixels(bands.lower).map((pixel, i) => Math.max(pixel, innerLower[i]!)),
  };
}

/** Number of true values from `first` on that are inside the outer band, and their total number. */
export function countCovered(
  bands: Bands,
  first: number,
  values: readonly number[],
): { readonly inside: number; readonly of: number } {
  const of = Math.min(bands.centre.length, values.length - first);
  let inside = 0;
  for (let i = 0; i < of; i++) {
    const value = values[first + i]!;
    if (value >= bands.lower[i]! && value <= bands.upper[i]!) inside++;
  }
  return { inside, of: Math.max(0, of) };
}

/** Prediction of the value at an index: the forecast from its origin on, else one step ahead; null if there is none. */
export function predictionAt({ first, oneStep, origin, forecast }: SequencePredictive, t: number) {
  const [bands, from] = t >= origin && forecast.centre.length > 0 ? [forecast, origin] : [oneStep, first];
  const i = t - from;
  if (i < 0 || i >= bands.centre.length) return null;
  return {
    kind: bands === forecast ? ('forecast' as const) : ('one step' as const),
    centre: bands.centre[i]!,
    lower: bands.lower[i]!,
    upper: bands.upper[i]!,
  };
}
