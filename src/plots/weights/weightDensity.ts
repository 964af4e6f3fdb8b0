import { scaleLinear } from 'd3';
import type { Frame } from '../frame/frame.ts';
import { type Domain, niceCeiling } from '../frame/stableRange.ts';
import type { PriorCurve } from './priorCurve.ts';

/** Height limit of q in multiples of the prior's top; beyond it the prior would be indistinguishable from the axis. */
const MAX_HEIGHT = 5;

/** q and p of one weight, in pixels. */
export interface DensityLines {
  readonly domain: Domain;
  readonly x: (w: number) => number;
  readonly prior: readonly (readonly [number, number])[];
  /** Empty if σ is 0: a point mass has no density. */
  readonly posterior: readonly (readonly [number, number])[];
  /** Peak density of q if it exceeds the plot; else null. */
  readonly cut: number | null;
}

const normal = (w: number, mu: number, sigma: number): number =>
  Math.exp(-0.5 * ((w - mu) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));

/** Half width of the axis: three prior deviations, or more if q extends further. */
export function wantedHalfWidth({ deviation }: PriorCurve, mu: number, sigma: number): number {
  return Math.max(3 * deviation, Math.abs(mu) + 3.5 * sigma);
}

/**
 * Both densities on one scale, at most MAX_HEIGHT times the prior's top. Both areas are 1, so a higher q is a
 * narrower one.
 */
export function densityLines(
  prior: PriorCurve,
  mu: number,
  sigma: number,
  halfWidth: number,
  frame: Frame,
): DensityLines {
  const half = niceCeiling(halfWidth);
  const x = scaleLinear([-half, half], [frame.left, frame.right]);
  const peak = sigma > 0 ? normal(mu, mu, sigma) : 0;
  const top = Math.max(prior.top, Math.min(peak, MAX_HEIGHT * prior.top));
  const y = scaleLinear([0, 1.06 * top], [frame.bottom, frame.top]);
  const within = (density: number) => Math.max(y(density), frame.top);
  const count = Math.max(16, Math.ceil(frame.right - frame.left));
  const even = Array.from({ length: count + 1 }, (_, i) => -half + (2 * half * i) / count);
  // A narrow q may fall between two pixels: sample it in multiples of its own width too.
  const own = Array.from({ length: 81 }, (_, i) => mu + sigma * (-4 + 0.1 * i)).filter(
    (w) => Math.abs(w) <= half,
  );
  const places = [...even, ...own].sort((a, b) => a - b);
  return {
    domain: [-half, half],
    x,
    prior: even.map((w) => [x(w), within(prior.density(w))] as const),
    posterior: sigma > 0 ? places.map((w) => [x(w), within(normal(w, mu, sigma))] as const) : [],
    cut: peak > top ? peak : null,
  };
}
