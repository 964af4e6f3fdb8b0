import type { SequencePredictive } from '../experiment/snapshot.ts';
import { formatNumber, formatPercent } from './format.ts';
import type { Stage } from './predictiveText.ts';
import { covered, predictionAt, type SeriesTime } from './sequencePlot.ts';

/** Time as a person reads it: to a hundredth where steps are parts of one. */
export function timeText(t: number, { start, step }: SeriesTime): string {
  const time = start + step * t;
  return Number.isInteger(step) ? String(time) : time.toFixed(2);
}

/** '1958.50: 491; forecast 485, 90 % between 430 and 545'. */
export function sequenceReadout(
  predictive: SequencePredictive | null,
  t: number,
  values: readonly number[],
  time: SeriesTime,
  interval: number,
): string {
  const truth = values[t] === undefined ? 'not known yet' : formatNumber(values[t]);
  const said = predictive && predictionAt(predictive, t);
  if (!said) return `${timeText(t, time)}: ${truth}`;
  const [centre, lower, upper] = [said.centre, said.lower, said.upper].map(formatNumber);
  return `${timeText(t, time)}: ${truth}; ${said.kind} ${centre}, ${formatPercent(interval)} between ${lower} and ${upper}`;
}

/** How many of the true values the band of the forecast holds; null where none is known. */
export function coverageSentence(
  predictive: SequencePredictive | null,
  values: readonly number[],
  interval: number,
): string | null {
  if (!predictive || predictive.forecast.centre.length === 0) return null;
  const { inside, of } = covered(predictive.forecast, predictive.origin, values);
  return of === 0
    ? null
    : `The ${formatPercent(interval)} band of the forecast holds ${inside} of ${of} true values.`;
}

/** The plot in words, for those who do not see it. */
export function sequenceSummary(
  predictive: SequencePredictive | null,
  values: readonly number[],
  tail: number,
  time: SeriesTime,
  stage: Stage,
  interval: number,
): string {
  const series = `${stage === 'prior' ? 'Prior predictive' : 'Posterior predictive'} of a series of ${values.length} values from ${timeText(0, time)} to ${timeText(values.length - 1, time)}; those from ${timeText(tail, time)} on are held out`;
  if (!predictive) return `${series}; no prediction yet.`;
  const { inside, of } = covered(predictive.oneStep, predictive.first, values);
  const steps = `The ${formatPercent(interval)} band of one step holds ${inside} of ${of} values.`;
  const forecast = coverageSentence(predictive, values, interval);
  return [`${series}.`, steps, forecast && `Forecast from ${timeText(predictive.origin, time)}: ${forecast}`]
    .filter(Boolean)
    .join(' ');
}
