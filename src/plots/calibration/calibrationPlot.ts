import type { Calibration } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { formatNumber } from '../frame/format.ts';
import type { TermId } from '../frame/glossary.ts';

/** A mark of the reliability diagram in pixels. share: part of all targets, which sets its size. */
export interface CalibrationMark {
  readonly x: number;
  readonly y: number;
  readonly share: number;
}

/** One mark per stated probability with at least one target. */
export function calibrationMarks(
  { metrics: { reliability, n } }: Calibration,
  x: (probability: number) => number,
  y: (probability: number) => number,
): readonly CalibrationMark[] {
  return reliability.map(({ expected, observed, count }) => ({
    x: x(expected),
    y: y(observed),
    share: count / n,
  }));
}

/** SVG path through the marks; '' without any. */
export function calibrationPath(marks: readonly CalibrationMark[]): string {
  if (marks.length === 0) return '';
  return `M${marks.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

/**
 * SVG path of the region that contains 90 % of the marks of a calibrated prediction: expected ± 1.645 √(p(1 − p)/n).
 */
export function chanceBand(
  n: number,
  x: (probability: number) => number,
  y: (probability: number) => number,
): string {
  const places = Array.from({ length: 41 }, (_, i) => i / 40);
  const reach = (p: number) => 1.645 * Math.sqrt((p * (1 - p)) / n);
  const clamp = (p: number) => Math.min(1, Math.max(0, p));
  const upper = places.map((p) => `${x(p).toFixed(1)},${y(clamp(p + reach(p))).toFixed(1)}`);
  const lower = places.map((p) => `${x(p).toFixed(1)},${y(clamp(p - reach(p))).toFixed(1)}`);
  return `M${[...upper, ...lower.reverse()].join('L')}Z`;
}

/** RMSE below this share of a fixed noise: the noise is what makes the band hold more than it states. */
const NOISE_TOO_WIDE = 0.7;

/**
 * Why a band holds more fresh points than it states: its fixed noise is far above the error of the mean; null where that is
 * not so. noise: σₙ of the likelihood in the units of y, unless it is learned.
 */
export function wideNoiseText(
  { metrics: { coverage, rmse }, points }: Calibration,
  interval: number,
  noise: number | null,
): string | null {
  if (noise === null || rmse === undefined || coverage === undefined || points !== 'held-out') return null;
  if (coverage <= interval || rmse >= NOISE_TOO_WIDE * noise) return null;
  return t('< noise σ {noise}', { noise: formatNumber(noise) });
}

/** 'The 90 % band holds 87 % of 300 fresh points.' inSteps: one-step-ahead predictions of a series. */
export function coverageText(
  { metrics: { coverage, accuracy, n }, points }: Calibration,
  interval: number,
  inSteps = false,
): string {
  const of = { n: formatWhole(n) };
  if (coverage !== undefined) {
    const band = { ...of, interval: percent(interval), share: percent(coverage) };
    if (inSteps)
      return points === 'held-out'
        ? t('The {interval} band of one step holds {share} of {n} fresh values.', band)
        : t('The {interval} band of one step holds {share} of {n} training values.', band);
    return points === 'held-out'
      ? t('The {interval} band holds {share} of {n} fresh points.', band)
      : t('The {interval} band holds {share} of {n} training points.', band);
  }
  const right = { ...of, share: percent(accuracy ?? 0) };
  return points === 'held-out'
    ? t('The likeliest class is right for {share} of {n} fresh points.', right)
    : t('The likeliest class is right for {share} of {n} training points.', right);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** A score of the predictions, its name and the term that explains it. */
export interface NamedScore {
  readonly name: string;
  readonly term: TermId;
  readonly value: string;
}

/** Scores of the predictions. */
export function scores({ metrics }: Calibration): readonly NamedScore[] {
  const { rmse, logLikelihood, calibrationError } = metrics;
  return [
    ...(rmse === undefined ? [] : [{ name: t('RMSE'), term: 'rmse', value: formatNumber(rmse) } as const]),
    { name: t('log p(y) a point'), term: 'log-probability', value: formatNumber(logLikelihood) },
    { name: t('calibration error'), term: 'calibration-error', value: formatNumber(calibrationError) },
  ];
}

/** Text alternative of the plot. */
export function calibrationSummary(
  calibration: Calibration | null,
  interval: number,
  inSteps = false,
): string {
  if (!calibration) return t('Reliability diagram: nothing to show before the first step.');
  const texts = scores(calibration).map(({ name, value }) => `${name} ${value}`);
  return t('Reliability diagram, stated against observed probability. {coverage} {scores}.', {
    coverage: coverageText(calibration, interval, inSteps),
    scores: texts.join('; '),
  });
}
