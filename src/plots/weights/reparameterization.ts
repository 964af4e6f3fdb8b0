import { scaleLinear } from 'd3';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Size } from '../frame/frame.ts';

/** One weight and its draw: w = μ + σ · ε. */
export interface WeightDraw {
  readonly mu: number;
  readonly sigma: number;
  readonly epsilon: number;
  readonly weight: number;
}

/** The map from ε to w as two parallel axes, in pixels. */
export interface ReparameterizationLayout {
  /** Heights of the axes of ε and of w. */
  readonly noiseY: number;
  readonly weightY: number;
  readonly left: number;
  readonly right: number;
  /** Places of ε and of w, inside the axes. */
  readonly noiseX: number;
  readonly weightX: number;
  /** Place of μ. */
  readonly meanX: number;
  /** Ends of the lines from ε = −2 … 2 to μ + σ ε. */
  readonly fan: readonly { readonly from: number; readonly to: number }[];
  /** The standard normal and q(w), both scaled to one height; [x, y]. */
  readonly noiseBell: readonly (readonly [number, number])[];
  readonly weightBell: readonly (readonly [number, number])[];
}

/** Largest |ε| of the upper axis; a larger draw is drawn at its end. */
const REACH = 3.2;
/** Points of a bell. */
const BELL_POINTS = 65;

/** Places both axes in `size`. deviation: the prior's standard deviation, which the axis of w spans three times to each side. */
export function reparameterizationLayout(
  { mu, sigma, epsilon, weight }: WeightDraw,
  deviation: number,
  { width, height }: Pick<Size, 'width' | 'height'>,
  fontSize: number,
): ReparameterizationLayout {
  const [left, right] = [2.2 * fontSize, width - 0.6 * fontSize];
  const weightY = height - 1.5 * fontSize;
  const noiseY = 0.5 * weightY;
  const bell = 0.38 * weightY;
  const noise = scaleLinear([-REACH, REACH], [left, right]).clamp(true);
  const ends = [-3 * deviation, 3 * deviation, mu - REACH * sigma, mu + REACH * sigma, weight];
  const weights = scaleLinear([Math.min(...ends), Math.max(...ends)], [left, right]);
  const curve = (x: (z: number) => number, y: number) =>
    Array.from({ length: BELL_POINTS }, (_, i) => {
      const z = REACH * ((2 * i) / (BELL_POINTS - 1) - 1);
      return [x(z), y - bell * Math.exp(-0.5 * z * z)] as const;
    });
  return {
    noiseY,
    weightY,
    left,
    right,
    noiseX: noise(epsilon),
    weightX: weights(weight),
    meanX: weights(mu),
    fan: [-2, -1, 0, 1, 2].map((z) => ({ from: noise(z), to: weights(mu + sigma * z) })),
    noiseBell: curve(noise, noiseY),
    weightBell: curve((z) => weights(mu + sigma * z), weightY),
  };
}

/** Text alternative of the picture. */
export function reparameterizationSummary({ mu, sigma, epsilon, weight }: WeightDraw): string {
  return t(
    'ε = {epsilon}, drawn from a standard normal distribution, becomes w = μ + σ × ε = {weight}: the whole distribution is shifted to μ = {mu} and scaled by σ = {sigma}.',
    {
      epsilon: formatNumber(epsilon),
      weight: formatNumber(weight),
      mu: formatNumber(mu),
      sigma: formatNumber(sigma),
    },
  );
}
