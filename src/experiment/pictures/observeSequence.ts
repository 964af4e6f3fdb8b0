import { sortedQuantile } from '../../math/quantiles.ts';
import { fillNormal, streams } from '../../math/random.ts';
import { likelihoods, type RegressionLikelihood, summarizeMixture } from '../../model/likelihoods/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { type Series, seriesOf } from '../problem/series.ts';
import type { Bands, SequencePredictive } from './snapshot.ts';

/** Paths shown, one a draw; and paths behind the bands, for each draw of the weights. */
const SHOWN_PATHS = 12;
const NOISY_PATHS = 4;
/** Values of a series that are looked at between two chances for messages to be read. */
const PAUSE = 32;
/** Values forecast beyond the end of the series, and at most. */
const AHEAD = 24;
const MAX_FORECAST = 120;

/** Outputs [rows, outputCount] of one draw, for standardised inputs [rows, window]. */
type OutputsOfDraw = (inputs: Float64Array, draw: number) => Promise<Float64Array>;

const emptyBands = (length: number): Bands => ({
  centre: new Float64Array(length),
  epistemicLower: new Float64Array(length),
  epistemicUpper: new Float64Array(length),
  lower: new Float64Array(length),
  upper: new Float64Array(length),
});

function likelihoodOf({ experiment }: Problem): RegressionLikelihood {
  const likelihood = likelihoods[experiment.likelihood.kind];
  if (likelihood.task !== 'regression')
    throw new Error(`invalid likelihood.kind; a series is of numbers: ${experiment.likelihood.kind}`);
  return likelihood;
}

/** The index from which an experiment forecasts its series: after the first window at least. */
export function originOf({ first, tail, values }: Series, origin: 'tail' | number): number {
  return origin === 'tail' ? tail : Math.min(Math.max(origin, first), values.length);
}

/**
 * p(y | x, D) along a series. outputs: [S′, windows, outputCount] of all its windows; logNoise: [S′]; outputsOfDraw: null
 * before training, when nothing is forecast.
 */
export async function observeSequence(
  problem: Problem,
  outputs: Float64Array,
  logNoise: Float64Array,
  outputsOfDraw: OutputsOfDraw | null,
  yieldToMessages: Yield,
): Promise<SequencePredictive> {
  const series = seriesOf(problem.experiment)!;
  const origin = originOf(series, problem.experiment.prediction.origin);
  return {
    kind: 'sequence',
    first: series.first,
    oneStep: await oneStepBands(problem, series, outputs, logNoise, yieldToMessages),
    origin,
    ...(await forecastOf(problem, series, origin, logNoise, outputsOfDraw)),
  };
}

/** Each value from the true ones before it. The transformation rises with z, so that quantiles pass through it. */
async function oneStepBands(
  problem: Problem,
  series: Series,
  outputs: Float64Array,
  logNoise: Float64Array,
  yieldToMessages: Yield,
): Promise<Bands> {
  const { outputCount, experiment, yScaler } = problem;
  const { interval, samples } = experiment.prediction;
  const { sigma } = likelihoodOf(problem);
  const { first, values, dataset } = series;
  const count = values.length - first;
  const bands = emptyBands(count);
  const means = new Float64Array(samples);
  const sigmas = new Float64Array(samples);
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % PAUSE === 0) await yieldToMessages();
    for (let draw = 0; draw < samples; draw++) {
      const at = (draw * count + i) * outputCount;
      means[draw] = outputs[at]!;
      sigmas[draw] = sigma(outputs, at, logNoise[draw]!);
    }
    summary = summarizeMixture(means, sigmas, interval, summary);
    const own = (z: number) =>
      dataset.transformation.inverse(yScaler.mean + yScaler.scale * z, values, first + i);
    bands.centre[i] = own(summary.mean);
    for (const key of ['epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      bands[key][i] = own(summary[key]);
  }
  return bands;
}

/** A way that the series may go on: what is modelled, and its values, those before the origin being the true ones. */
interface Path {
  readonly modelled: Float64Array;
  readonly values: Float64Array;
}

/**
 * Every draw of the weights goes on by itself from `origin`, its own values coming back as its inputs: once without noise,
 * for what the weights leave open, and with the noise of every step, for all that is.
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

/** The path of one draw without noise, then those with it; [length] each, in the data's own units. */
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
  const { sigma } = likelihoodOf(problem);
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
