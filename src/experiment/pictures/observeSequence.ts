import { sortedQuantile } from '../../math/quantiles.ts';
import { fillNormal, streams } from '../../math/random.ts';
import { summarizeMixture } from '../../model/likelihoods/index.ts';
import { type Series, seriesOf } from '../document/series.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { likelihoodOf, mixtureReader } from './drawsOfRow.ts';
import type { OutputsOfDraw, PictureContext } from './pictureDefinition.ts';
import type { Bands, SequencePredictive } from './snapshot.ts';

/** Paths that are shown, one per draw, and paths with noise per draw from which the bands are computed. */
const SHOWN_PATHS = 12;
const NOISY_PATHS = 4;
/** Values of a series that are summarized between two yields to messages. */
const CHUNK = 32;
/** Values forecast beyond the end of the series, and the most that are forecast in all. */
const AHEAD = 24;
const MAX_FORECAST = 120;

const emptyBands = (length: number): Bands => ({
  centre: new Float64Array(length),
  epistemicLower: new Float64Array(length),
  epistemicUpper: new Float64Array(length),
  lower: new Float64Array(length),
  upper: new Float64Array(length),
});

/** The index from which an experiment forecasts its series, not before the end of the first window. */
export function originOf({ first, tail, values }: Series, origin: 'tail' | number): number {
  return origin === 'tail' ? tail : Math.min(Math.max(origin, first), values.length);
}

/** p(y | x, D) along a series. Before the first step nothing is forecast. */
export async function observeSequence({
  problem,
  logNoise,
  outputsAt,
  outputsOfDraw,
  yieldToMessages,
}: PictureContext): Promise<SequencePredictive> {
  const series = seriesOf(problem.experiment)!;
  const outputs = await outputsAt([...problem.points, ...problem.heldOut]);
  const origin = originOf(series, problem.experiment.prediction.origin);
  return {
    kind: 'sequence',
    first: series.first,
    oneStep: await oneStepBands(problem, series, outputs, logNoise, yieldToMessages),
    origin,
    ...(await forecastOf(problem, series, origin, logNoise, outputsOfDraw)),
  };
}

/**
 * Predictions of each value from the true ones before it. outputs: [S′, windows, outputCount]. The inverse transformation
 * increases with z, so quantiles of z map to quantiles of the value.
 */
async function oneStepBands(
  problem: Problem,
  series: Series,
  outputs: Float64Array,
  logNoise: Float64Array,
  yieldToMessages: Yield,
): Promise<Bands> {
  const { experiment, yScaler } = problem;
  const { interval } = experiment.prediction;
  const { first, values, dataset } = series;
  const count = values.length - first;
  const mixtureOf = mixtureReader(problem, outputs, count, logNoise);
  const bands = emptyBands(count);
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % CHUNK === 0) await yieldToMessages();
    const { means, sigmas } = mixtureOf(i);
    summary = summarizeMixture(means, sigmas, interval, summary);
    const own = (z: number) =>
      dataset.transformation.inverse(yScaler.mean + yScaler.scale * z, values, first + i);
    bands.centre[i] = own(summary.mean);
    for (const key of ['epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      bands[key][i] = own(summary[key]);
  }
  return bands;
}

/** One continuation of the series: modelled numbers and values, true before the origin and forecast after it. */
interface Path {
  readonly modelled: Float64Array;
  readonly values: Float64Array;
}

/**
 * Forecasts from `origin`: each draw of the weights predicts step by step, its own values being its inputs. Paths without
 * noise give the epistemic bands; paths with noise at every step give the bands of y.
 */
async function forecastOf(
  problem: Problem,
  series: Series,
  origin: number,
  logNoise: Float64Array,
  outputsOfDraw: OutputsOfDraw | null,
): Promise<Pick<SequencePredictive, 'forecast' | 'paths' | 'drawCount'>> {
  const { experiment } = problem;
  const { samples, interval } = experiment.prediction;
  const length = Math.min(MAX_FORECAST, series.values.length - origin + AHEAD);
  if (!outputsOfDraw) return { forecast: emptyBands(0), paths: new Float64Array(0), drawCount: 0 };
  const drawCount = Math.min(SHOWN_PATHS, samples);
  const paths = new Float64Array(drawCount * length);
  const still: Float64Array[] = [];
  const noisy: Float64Array[] = [];
  for (let draw = 0; draw < samples; draw++) {
    const [mean, ...others] = await pathsOfDraw(
      problem,
      series,
      origin,
      length,
      draw,
      logNoise[draw]!,
      outputsOfDraw,
    );
    still.push(mean!);
    noisy.push(...others);
    if (draw < drawCount) paths.set(others[0]!, draw * length);
  }
  const forecast = emptyBands(length);
  const tail = (1 - interval) / 2;
  for (let step = 0; step < length; step++) {
    const means = Float64Array.from(still, (path) => path[step]!).sort();
    const all = Float64Array.from(noisy, (path) => path[step]!).sort();
    forecast.centre[step] = sortedQuantile(means, 0.5);
    forecast.epistemicLower[step] = sortedQuantile(means, tail);
    forecast.epistemicUpper[step] = sortedQuantile(means, 1 - tail);
    forecast.lower[step] = sortedQuantile(all, tail);
    forecast.upper[step] = sortedQuantile(all, 1 - tail);
  }
  return { forecast, paths, drawCount };
}

/** The path of one draw without noise, then its paths with noise; [length] each, in the data's own units. */
async function pathsOfDraw(
  problem: Problem,
  { values, modelled, dataset }: Series,
  origin: number,
  length: number,
  draw: number,
  logNoise: number,
  outputsOfDraw: OutputsOfDraw,
): Promise<readonly Float64Array[]> {
  const { inputCount, outputCount, xScalers, yScaler, experiment } = problem;
  const { sigma } = likelihoodOf(problem, 'regression');
  const count = 1 + NOISY_PATHS;
  const noise = new Float64Array(count * length);
  fillNormal(noise, experiment.seed, streams.forecast, 0, draw);
  const begun = (source: Float64Array) => {
    const path = new Float64Array(origin + length);
    path.set(source.subarray(0, origin));
    return path;
  };
  const paths: readonly Path[] = Array.from({ length: count }, () => ({
    modelled: begun(modelled),
    values: begun(values),
  }));
  const inputs = new Float64Array(count * inputCount);
  const { mean, scale } = xScalers[0]!;
  for (let step = 0; step < length; step++) {
    const t = origin + step;
    paths.forEach((path, row) => {
      for (let k = 0; k < inputCount; k++)
        inputs[row * inputCount + k] = (path.modelled[t - inputCount + k]! - mean) / scale;
    });
    const outputs = await outputsOfDraw(inputs, draw);
    paths.forEach((path, row) => {
      const at = row * outputCount;
      const added = row === 0 ? 0 : sigma(outputs, at, logNoise) * noise[row * length + step]!;
      path.modelled[t] = yScaler.mean + yScaler.scale * (outputs[at]! + added);
      path.values[t] = dataset.transformation.inverse(path.modelled[t]!, path.values, t);
    });
  }
  return paths.map((path) => path.values.subarray(origin));
}
