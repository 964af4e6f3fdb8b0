import { extent, mean } from 'd3';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import type { PlotPoint } from './predictivePlot.ts';

/**
 * The plot shows the prior predictive before training; afterwards the posterior predictive, or the prediction of a method
 * without a posterior (`fit`).
 */
export type Phase = 'prior' | 'posterior' | 'fit';

const phaseNames: Readonly<Record<Phase, string>> = {
  prior: 'Prior predictive',
  posterior: 'Posterior predictive',
  fit: 'Prediction',
};

/** One-line descriptions of the marks. */
export const markLabels = {
  epistemic: '{epistemic}: doubt about the function, shrinks with more data',
  priorEpistemic: '{epistemic}: doubt about the function',
  aleatoric: '{aleatoric}: noise in the data',
  prior: '{prior}: before any data',
} as const;

/** 'Point 3 of 20: x 0.21, y 0.45'; index from 0. */
export function pointLabel(index: number, count: number, { x, y }: PlotPoint): string {
  return t('Point {number} of {count}: x {x}, y {y}', {
    number: index + 1,
    count,
    x: formatNumber(x),
    y: formatNumber(y),
  });
}

/** 'no data points', '1 data point', '20 data points' */
export function dataText(count: number): string {
  return t('{count, plural, =0 {no data points} one {# data point} other {# data points}}', { count });
}

/** Name of the predictive in a phase. */
export function phaseName(phase: Phase): string {
  return t(phaseNames[phase]);
}

/** Text alternative of the plot. interval: central probability of the band. */
export function predictiveSummary(
  predictive: CurvePredictive | null,
  pointCount: number,
  phase: Phase,
  interval: number,
): string {
  const data = dataText(pointCount);
  if (!predictive) return t('Predictive plot with {data}; no prediction yet.', { data });
  const indices = [...predictive.x.keys()].filter(
    (i) =>
      Number.isFinite(predictive.x[i]) &&
      Number.isFinite(predictive.mean[i]) &&
      Number.isFinite(predictive.epistemicSigma[i]) &&
      Number.isFinite(predictive.aleatoricSigma[i]),
  );
  const name = phaseName(phase);
  if (indices.length === 0) return t('{name} with {data}; no prediction yet.', { name, data });
  const along = (values: Float64Array) => indices.map((i) => values[i] as number);
  const [low, high] = extent(along(predictive.x)) as [number, number];
  const means = (extent(along(predictive.mean)) as [number, number]).map(formatNumber);
  const epistemic = along(predictive.epistemicSigma);
  const least = indices[epistemic.indexOf(Math.min(...epistemic))] as number;
  const most = indices[epistemic.indexOf(Math.max(...epistemic))] as number;
  const sigmaAt = (i: number) =>
    t('{sigma} near x {x}', {
      sigma: formatNumber(predictive.epistemicSigma[i] as number),
      x: formatNumber(predictive.x[i] as number),
    });
  const aleatoric = formatNumber(mean(along(predictive.aleatoricSigma)) ?? Number.NaN);
  return t(
    '{name} for x from {low} to {high} with {data} and a {interval} band. The mean lies between {lowest} and {highest}. Epistemic standard deviation: least {least}, most {most}. Aleatoric standard deviation: {aleatoric} on average.',
    {
      name,
      low: formatNumber(low),
      high: formatNumber(high),
      data,
      interval: formatPercent(interval),
      lowest: means[0]!,
      highest: means[1]!,
      least: sigmaAt(least),
      most: sigmaAt(most),
      aleatoric,
    },
  );
}
