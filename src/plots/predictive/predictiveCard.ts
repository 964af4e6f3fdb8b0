import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatFixed, formatWhole } from '../../i18n/numbers.ts';
import { interpolate } from '../../math/interpolate.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import { formatInterval, formatNumber, formatPercent } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import type { PredictiveValue } from './predictivePlot.ts';
import type { Phase } from './predictiveText.ts';

/** Names and units of both axes, such as 'time after impact (ms)'. */
export interface AxisLabels {
  readonly x: string;
  readonly y: string;
}

/** What is known about the prediction at one x. */
export interface CardFacts {
  readonly value: PredictiveValue;
  /** [drawCount], f(x, w) of each draw that is shown, finite ones alone. */
  readonly draws: readonly number[];
  /** Distance to the nearest data point along x, in the data's units; null without points. */
  readonly distance: number | null;
  /** Whether x lies in a wide gap between points and the prediction is that of a q with independent weights. */
  readonly inMeanFieldGap: boolean;
  /** Interval of a new y by the overlay; null without one. */
  readonly overlay: {
    readonly name: string;
    readonly interval: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
}

/** A fact of the card as text. */
export interface CardTexts {
  /** 'At x = 0.62' */
  readonly place: string;
  /** '90 % of new y between 0.21 and 0.93' */
  readonly interval: string;
  /** Shares of the variance, which add up to 100 %. */
  readonly doubt: string;
  readonly noise: string;
  /** 'Nearest data point 0.12 away' */
  readonly nearest: string;
  /** That mean field tends to be too sure here; null elsewhere. */
  readonly caution: string | null;
  /** '20 draws between 0.4 and 0.7'; null without any. */
  readonly draws: string | null;
  readonly overlay: string | null;
}

/** f(x, w) of each shown draw at x, linearly interpolated. */
export function drawsAt({ x: inputs, draws, drawCount }: CurvePredictive, x: number): readonly number[] {
  const count = inputs.length;
  return Array.from({ length: drawCount }, (_, draw) =>
    interpolate(inputs, draws.subarray(draw * count, (draw + 1) * count), x),
  ).filter(Number.isFinite);
}

/** Distance along x to the nearest point; null without any. */
export function nearestDistance(points: readonly Point[], x: number): number | null {
  const least = points.reduce(
    (best, point) => Math.min(best, Math.abs((point.x[0] ?? Number.NaN) - x)),
    Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(least) ? least : null;
}

/** Share of the range of the inputs from which on a gap between neighbouring points is one between clusters. */
const WIDE_GAP = 0.2;

/** Whether x lies between two neighbouring points that are far apart. */
export function isBetweenClusters(points: readonly Point[], x: number): boolean {
  const inputs = points.map((point) => point.x[0] ?? Number.NaN).filter(Number.isFinite);
  const below = Math.max(...inputs.filter((input) => input <= x));
  const above = Math.min(...inputs.filter((input) => input > x));
  const range = Math.max(...inputs) - Math.min(...inputs);
  return Number.isFinite(above - below) && above - below > WIDE_GAP * range;
}

/** The share of the variance that is epistemic, as a whole number of per cent. */
export function epistemicPercent({ epistemicSigma, aleatoricSigma }: PredictiveValue): number {
  const [epistemic, aleatoric] = [epistemicSigma ** 2, aleatoricSigma ** 2];
  return Math.round((100 * epistemic) / (epistemic + aleatoric || 1));
}

/** The texts of the card. interval: central probability of the bands. onPoint: largest distance in x that counts as none. */
export function cardTexts(
  { value, draws, distance, inMeanFieldGap, overlay }: CardFacts,
  labels: AxisLabels,
  xDomain: Domain,
  interval: number,
  phase: Phase,
  onPoint: number,
): CardTexts {
  const [x, y] = [splitLabel(labels.x), splitLabel(labels.y)];
  const between = (probability: number, lower: number, upper: number) => {
    const [low, high] = formatInterval(lower, upper);
    return t('{interval} of new y between {low} and {high}', {
      interval: formatPercent(probability),
      low,
      high: withUnit(high, y.unit),
    });
  };
  const doubt = epistemicPercent(value);
  const [lowest, highest] = formatInterval(Math.min(...draws), Math.max(...draws), value.upper - value.lower);
  return {
    place: t('At {name} = {x}', { name: x.name, x: withUnit(formatPlace(value.x, xDomain), x.unit) }),
    interval: between(interval, value.lower, value.upper),
    doubt: formatPercent(doubt / 100),
    noise: formatPercent((100 - doubt) / 100),
    nearest: nearestText(distance, phase, onPoint, x.unit),
    caution:
      inMeanFieldGap && phase === 'posterior' ? t('Between clusters mean field is often too sure') : null,
    draws:
      draws.length < 2
        ? null
        : t('{count} draws between {low} and {high}', {
            count: formatWhole(draws.length),
            low: lowest,
            high: withUnit(highest, y.unit),
          }),
    overlay: overlay && `${overlay.name}: ${between(overlay.interval, overlay.lower, overlay.upper)}`,
  };
}

/** The card as one sentence for screen readers. */
export function cardSentence(texts: CardTexts): string {
  const { place, interval, doubt, noise, nearest, caution, draws, overlay } = texts;
  const shares = t('Variance: {doubt} from doubt, {noise} from noise', { doubt, noise });
  return `${[place, interval, overlay, shares, nearest, caution, draws].filter((text) => text !== null).join('; ')}.`;
}

function nearestText(distance: number | null, phase: Phase, onPoint: number, unit: string): string {
  if (phase === 'prior') return t('Prior: no data seen yet');
  if (distance === null) return t('No data points');
  if (distance <= onPoint) return t('On a data point');
  return t('Nearest data point {distance} away', { distance: withUnit(formatNumber(distance), unit) });
}

/** Longest axis name that the card repeats; a longer one is called x. */
const MAX_NAME_LENGTH = 24;

/** 'time after impact (ms)' → its name and unit; '' without a unit. */
function splitLabel(label: string): { readonly name: string; readonly unit: string } {
  const [, name = label, unit = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(label) ?? [];
  return { name: name.length <= MAX_NAME_LENGTH ? name : 'x', unit };
}

const withUnit = (number: string, unit: string): string => (unit === '' ? number : `${number} ${unit}`);

/** A position on an axis with as many decimals as a hundredth of its domain needs. */
function formatPlace(value: number, [low, high]: Domain): string {
  const decimals = Math.max(0, Math.ceil(2 - Math.log10(high - low)));
  if (decimals > 5 || Math.abs(value) >= 1e6) return formatNumber(value);
  return formatFixed(value, decimals).replace('-', '−');
}

/** Distance in pixels between the card and the point that is pointed at. */
const GAP = 14;

/**
 * Top left corner of a card of a size in pixels: beside the point, else below or above it, always inside the frame and
 * never over the point; null where the frame is too small for that.
 */
export function placeCard(
  point: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
  frame: Frame,
): { readonly left: number; readonly top: number } | null {
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  const { left, right, top, bottom } = frame;
  if (width > right - left || height > bottom - top) return null;
  const beside = within(point.y - height / 2, top, bottom - height);
  if (point.x + GAP + width <= right) return { left: point.x + GAP, top: beside };
  if (point.x - GAP - width >= left) return { left: point.x - GAP - width, top: beside };
  const across = within(point.x - width / 2, left, right - width);
  if (point.y + GAP + height <= bottom) return { left: across, top: point.y + GAP };
  if (point.y - GAP - height >= top) return { left: across, top: point.y - GAP - height };
  return null;
}
