import { scaleLinear } from 'd3';
import type { Frame } from '../frame/frame.ts';
import { type Domain, niceCeiling } from '../frame/stableRange.ts';
import type { PriorCurve } from './priorCurve.ts';

/** How much higher than the prior's top q may be drawn: beyond, the prior would lie flat on the axis. */
const TALLEST = 5;

/** q and p of one weight, in pixels. */
export interface DensityLines {
  readonly domain: Domain;
  readonly x: (w: number) => number;
  readonly prior: readonly (readonly [number, number])[];
  /** Empty where σ is 0: one value has no density. */
  readonly posterior: readonly (readonly [number, number])[];
  /** Density at q's peak where that is above the plot; null: it is not. */
  readonly cut: number | null;
}

const normal = (w: number, mu: number, sigma: number): number =>
  Math.exp(-0.5 * ((w - mu) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));

/** The half width of the axis: three prior deviations, or as far as q reaches. */
export function wantedWidth({ deviation }: PriorCurve, mu: number, sigma: number): number {
  return Math.max(3 * deviation, Math.abs(mu) + 3.5 * sigma);
}

/** Both densities on one scale, at most TALLEST times the prior's top: areas are both 1, so that what q gains in height it lost in width. */
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
  const top = Math.max(prior.top, Math.min(peak, TALLEST * prior.top));
  const y = scaleLinear([0, 1.06 * top], [frame.bottom, frame.top]);
  const within = (density: number) => Math.max(y(density), frame.top);
  const count = Math.max(16, Math.ceil(frame.right - frame.left));
  const even = Array.from({ length: count + 1 }, (_, i) => -half + (2 * half * i) / count);
  // A narrow q falls between two pixels: places of its own, in its own widths.
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
