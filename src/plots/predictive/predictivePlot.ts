import { type ScaleLinear, scaleLinear } from 'd3';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { interpolate } from '../../math/interpolate.ts';
import { linspace } from '../../math/linspace.ts';
import { type Frame, toPixels } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';

/** A position in the plot, in the data's units. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** Scales of a plot: data to CSS pixels and back. */
export interface PlotScales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

export function createScales(frame: Frame, xDomain: Domain, yDomain: Domain): PlotScales {
  return {
    x: scaleLinear(xDomain, [frame.left, frame.right]),
    y: scaleLinear(yDomain, [frame.bottom, frame.top]),
  };
}

/** The predictive in pixels, [inputs]; NaN is a gap. y grows downwards: upper ≤ innerUpper ≤ innerLower ≤ lower. */
export interface PredictiveGeometry {
  readonly x: Float64Array;
  readonly mean: Float64Array;
  /** Edges of the outer band, including noise. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  /** Edges of the inner, epistemic band. */
  readonly innerUpper: Float64Array;
  readonly innerLower: Float64Array;
  /** The followed draw; null without one. */
  readonly followed: Float64Array | null;
  /** [draws][inputs]. */
  readonly draws: readonly Float64Array[];
}

/** Maps the predictive to pixels. The outer band is widened to the inner one where Monte Carlo quantiles cross. */
export function predictiveGeometry(
  predictive: CurvePredictive,
  frame: Frame,
  scales: PlotScales,
  followed: Float64Array | null = null,
): PredictiveGeometry {
  const inPixels = (values: Float64Array) => toPixels(values, scales.y, frame);
  const innerUpper = inPixels(predictive.epistemicUpper);
  const innerLower = inPixels(predictive.epistemicLower);
  const count = predictive.x.length;
  return {
    x: Float64Array.from(predictive.x, (x) => (Number.isFinite(x) ? scales.x(x) : Number.NaN)),
    mean: inPixels(predictive.mean),
    innerUpper,
    innerLower,
    upper: inPixels(predictive.upper).map((pixel, i) => Math.min(pixel, innerUpper[i] as number)),
    lower: inPixels(predictive.lower).map((pixel, i) => Math.max(pixel, innerLower[i] as number)),
    followed: followed && inPixels(followed),
    draws: Array.from({ length: predictive.drawCount }, (_, draw) =>
      inPixels(predictive.draws.subarray(draw * count, (draw + 1) * count)),
    ),
  };
}

/** The true function in pixels, sampled every two pixels. */
export function trueMeanGeometry(trueMean: (x: number) => number, frame: Frame, scales: PlotScales) {
  const count = Math.max(2, Math.ceil((frame.right - frame.left) / 2) + 1);
  const x = linspace(frame.left, frame.right, count);
  return {
    x,
    y: toPixels(
      x.map((pixel) => trueMean(scales.x.invert(pixel))),
      scales.y,
      frame,
    ),
  };
}

/** The predictive at one input. */
export interface PredictiveValue {
  readonly x: number;
  readonly mean: number;
  /** Ends of the central interval of a new y. */
  readonly lower: number;
  readonly upper: number;
  readonly epistemicSigma: number;
  readonly aleatoricSigma: number;
}

/** The predictive at x, linearly interpolated; null outside its inputs or where it is not finite. */
export function predictiveAt(predictive: CurvePredictive, x: number): PredictiveValue | null {
  const at = (values: Float64Array) => interpolate(predictive.x, values, x);
  const value = {
    x,
    mean: at(predictive.mean),
    // As drawn: widened to the epistemic band where Monte Carlo quantiles cross.
    lower: Math.min(at(predictive.lower), at(predictive.epistemicLower)),
    upper: Math.max(at(predictive.upper), at(predictive.epistemicUpper)),
    epistemicSigma: at(predictive.epistemicSigma),
    aleatoricSigma: at(predictive.aleatoricSigma),
  };
  return Object.values(value).every(Number.isFinite) ? value : null;
}

/** Clamps to the domain and rounds to about a thousandth of its width; the middle if not finite. */
export function clampToDomain(value: number, [low, high]: Domain): number {
  if (!Number.isFinite(value)) return (low + high) / 2;
  const digits = Math.max(0, Math.ceil(3 - Math.log10(high - low)));
  const rounded = digits > 15 ? value : Number(value.toFixed(digits));
  return Math.min(Math.max(rounded, low), high);
}

export function clampPoint({ x, y }: PlotPoint, xDomain: Domain, yDomain: Domain): PlotPoint {
  return { x: clampToDomain(x, xDomain), y: clampToDomain(y, yDomain) };
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/**
 * The position after an arrow key: a step of a hundredth of the domain, with Shift a twentieth; null for any other
 * key.
 */
export function moveByKey(
  point: PlotPoint,
  key: string,
  shift: boolean,
  xDomain: Domain,
  yDomain: Domain,
): PlotPoint | null {
  const direction = directions[key];
  if (!direction) return null;
  const share = shift ? 0.05 : 0.01;
  return clampPoint(
    {
      x: point.x + direction[0] * share * (xDomain[1] - xDomain[0]),
      y: point.y + direction[1] * share * (yDomain[1] - yDomain[0]),
    },
    xDomain,
    yDomain,
  );
}

/** Pixel of a point, clamped to the frame; null if not finite. */
export function pointPixel(
  { x, y }: PlotPoint,
  frame: Frame,
  scales: PlotScales,
): { readonly x: number; readonly y: number; readonly outside: boolean } | null {
  const pixelX = scales.x(x);
  const pixelY = scales.y(y);
  if (!Number.isFinite(pixelX + pixelY)) return null;
  const clampedX = Math.min(Math.max(pixelX, frame.left), frame.right);
  const clampedY = Math.min(Math.max(pixelY, frame.top), frame.bottom);
  return { x: clampedX, y: clampedY, outside: Math.hypot(clampedX - pixelX, clampedY - pixelY) > 0.5 };
}

/** Index of the point nearest to a position in pixels; null without any. */
export function nearestPoint(
  points: readonly PlotPoint[],
  x: number,
  y: number,
  frame: Frame,
  scales: PlotScales,
): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const pixel = pointPixel(point, frame, scales);
    const distance = pixel ? Math.hypot(pixel.x - x, pixel.y - y) : Number.POSITIVE_INFINITY;
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}
