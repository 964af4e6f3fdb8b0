import type { SequencePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatFixed } from '../../i18n/numbers.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import { type Phase, phaseName } from '../predictive/predictiveText.ts';
import { countCovered, predictionAt, type SeriesTime } from './sequencePlot.ts';

/** Formats a time: '1958-07' if a step is a month (1/12), else with two decimals. */
export function timeText(index: number, { start, step }: SeriesTime): string {
  const time = start + step * index;
  if (step === 1 / 12) {
    const month = Math.round(12 * time);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  }
  return Number.isInteger(step) ? String(time) : formatFixed(time, 2);
}

/** '1958-07: 491; forecast 485, 90 % between 430 and 545'. */
export function sequenceReadout(
  predictive: SequencePredictive | null,
  index: number,
  values: readonly number[],
  time: SeriesTime,
  interval: number,
): string {
  const trueValue = values[index] === undefined ? t('not known yet') : formatNumber(values[index]);
  const prediction = predictive && predictionAt(predictive, index);
  if (!prediction) return `${timeText(index, time)}: ${trueValue}`;
  const [centre, lower, upper] = [prediction.centre, prediction.lower, prediction.upper].map(
    formatNumber,
  ) as [string, string, string];
  return t('{time}: {trueValue}; {kind} {centre}, {interval} between {lower} and {upper}', {
    time: timeText(index, time),
    trueValue,
    kind: prediction.kind === 'forecast' ? t('forecast') : t('one step'),
    centre,
    interval: formatPercent(interval),
    lower,
    upper,
  });
}

/** Coverage of the true values by the band of the forecast; null if no value is known. */
export function coverageSentence(
  predictive: SequencePredictive | null,
  values: readonly number[],
  interval: number,
): string | null {
  if (!predictive || predictive.forecast.centre.length === 0) return null;
  const { inside, of } = countCovered(predictive.forecast, predictive.origin, values);
  return of === 0
    ? null
    : t('The {interval} band of the forecast holds {inside} of {of} true values.', {
        interval: formatPercent(interval),
        inside,
        of,
      });
}

/** Text alternative of the plot. */
export function sequenceSummary(
  predictive: SequencePredictive | null,
  values: readonly number[],
  tail: number,
  time: SeriesTime,
  phase: Phase,
  interval: number,
): string {
  const series = t(
    '{name} of a series of {count} values from {first} to {last}; those from {tail} on are held out',
    {
      name: phaseName(phase),
      count: values.length,
      first: timeText(0, time),
      last: timeText(values.length - 1, time),
      tail: timeText(tail, time),
    },
  );
  if (!predictive) return t('{plot}; no prediction yet.', { plot: series });
  const { inside, of } = countCovered(predictive.oneStep, predictive.first, values);
  const steps = t('The {interval} band of one step holds {inside} of {of} values.', {
    interval: formatPercent(interval),
    inside,
    of,
  });
  const forecast = coverageSentence(predictive, values, interval);
  return [
    `${series}.`,
    steps,
    forecast && t('Forecast from {time}: {forecast}', { time: timeText(predictive.origin, time), forecast }),
  ]
    .filter(Boolean)
    .join(' ');
}
