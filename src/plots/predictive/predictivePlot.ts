import { type ScaleLinear, scaleLinear } from 'd3';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { interpolate } from '../../math/interpolate.ts';
import { linspace } from '../../math/linspace.ts';
import { type Frame, toPixels } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';

/** A place in the plot, in the data's units. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** The two scales of a plot: data to CSS pixels and back. */
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

/** The predictive in pixels, one entry an input; NaN is a gap. Downwards: upper ≤ innerUpper ≤ innerLower ≤ lower. */
export interface PredictiveGeometry {
  readonly x: Float64Array;
  readonly mean: Float64Array;
  /** Edges of the outer band, noise included. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  /** Edges of the inner, epistemic band. */
  readonly innerUpper: Float64Array;
  readonly innerLower: Float64Array;
  /** The draw that the page follows; null: none. */
  readonly followed: Float64Array | null;
  /** One line a draw. */
  readonly draws: readonly Float64Array[];
}

/**
 * Where everything of the predictive lies. The outer band is widened to the inner one where Monte Carlo quantiles
 * cross, so that the bands always nest.
 */
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

/** The function behind the data in pixels, two pixels apart. */
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

/** What the predictive says at one input. */
export interface PredictiveValue {
  readonly x: number;
  readonly mean: number;
  readonly epistemicSigma: number;
  readonly aleatoricSigma: number;
}

/** The predictive at x, linearly interpolated; null outside its inputs or where it is not finite. */
export function predictiveAt(predictive: CurvePredictive, x: number): PredictiveValue | null {
  const at = (values: Float64Array) => interpolate(predictive.x, values, x);
  const value = {
    x,
    mean: at(predictive.mean),
    epistemicSigma: at(predictive.epistemicSigma),
    aleatoricSigma: at(predictive.aleatoricSigma),
  };
  return Object.values(value).every(Number.isFinite) ? value : null;
}

/** The nearest value within the domain, rounded to about a thousandth of its width. Not finite: the middle. */
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

/** Where an arrow key moves a point: a hundredth of the domain, with shift a twentieth; null for any other key. */
export function movedByKey(
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

/** Where a point is drawn: within the frame, at its edge for points beyond the axes; null where not finite. */
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

/** The point drawn nearest to a place in pixels; null without any. */
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
