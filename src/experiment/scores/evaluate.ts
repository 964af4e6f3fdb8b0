import { normalMixtureDistribution } from '../../math/quantiles.ts';
import type { Point } from '../../model/datasets/index.ts';
import {
  classCalibrationError,
  classReliability,
  intervalCalibrationError,
  intervalReliability,
  likelihoods,
  logMeanExp,
  mostProbable,
  summarizeClasses,
} from '../../model/likelihoods/index.ts';
import { keptWeights } from '../../model/networks/index.ts';
import { drawOutputs } from '../engine/drawOutputs.ts';
import type { Engine } from '../engine/engine.ts';
import type { Yield } from '../engine/yield.ts';
import { mixtureReader, probabilityReader } from '../pictures/drawsOfRow.ts';
import type { ClassAnswers, Metrics } from '../pictures/snapshot.ts';
import { weightMoments } from '../pictures/weightMoments.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';

/** Number of rows predicted in one batch. */
const CHUNK = 1000;

/** Outputs [draws, rows, outputCount] of some rows, the log noise of each draw [draws], and the targets [rows]; standardised units. */
interface Predictions {
  readonly outputs: Float64Array;
  readonly logNoise: Float64Array;
  readonly targets: Float64Array;
}

/** Scores predictions of at least one point, in the data's own units, with S′ = `prediction.samples` draws. */
export async function evaluatePredictions(
  problem: Problem,
  engine: Engine,
  points: readonly Point[],
  yieldToMessages: Yield = async () => {},
): Promise<Metrics> {
  const { prediction, dataset } = problem.experiment;
  const { samples, pruned } = prediction;
  const { mu, sigma, logNoise } = await weightMoments(problem, engine);
  const kept = pruned > 0 ? keptWeights(mu, sigma, pruned) : undefined;
  const scores = dataset.task === 'regression' ? regressionScores(problem) : classScores(problem);
  for (let first = 0; first < points.length; first += CHUNK) {
    const rows = points.slice(first, first + CHUNK);
    const inputs = standardizedInputs(rows, problem.xScalers);
    const outputs = await drawOutputs(problem, engine, inputs, samples, kept, yieldToMessages);
    const { mean, scale } = problem.yScaler;
    const targets = Float64Array.from(rows, ({ y }) => (y - mean) / scale);
    scores.add({ outputs, logNoise, targets });
  }
  return scores.metrics(points.length);
}

/** Sums over the rows that were added, and the metrics of `n` rows in all. */
interface Scores {
  readonly add: (predictions: Predictions) => void;
  readonly metrics: (n: number) => Metrics;
}

function regressionScores(problem: Problem): Scores {
  const { yScaler, experiment } = problem;
  const tail = (1 - experiment.prediction.interval) / 2;
  let squares = 0;
  let logLikelihood = 0;
  const distributions: number[] = [];
  const add = ({ outputs, logNoise, targets }: Predictions): void => {
    const mixtureOf = mixtureReader(problem, outputs, targets.length, logNoise);
    targets.forEach((y, row) => {
      const { means, sigmas } = mixtureOf(row);
      const mean = means.reduce((sum, value) => sum + value / means.length, 0);
      squares += ((y - mean) * yScaler.scale) ** 2;
      distributions.push(normalMixtureDistribution(means, sigmas, y));
    });
    logLikelihood +=
      logScore(problem, { outputs, logNoise, targets }) - targets.length * Math.log(yScaler.scale);
  };
  const metrics = (n: number): Metrics => {
    const reached = Float64Array.from(distributions);
    return {
      n,
      rmse: Math.sqrt(squares / n),
      logLikelihood: logLikelihood / n,
      coverage: distributions.filter((f) => f >= tail && f <= 1 - tail).length / n,
      calibrationError: intervalCalibrationError(reached),
      reliability: intervalReliability(reached).map((level) => ({ ...level, count: n })),
    };
  };
  return { add, metrics };
}

function classScores(problem: Problem): Scores {
  const { classes } = problem;
  const means: number[] = [];
  const known: number[] = [];
  let logLikelihood = 0;
  let right = 0;
  let entropy = 0;
  let mutualInformation = 0;
  const add = (predictions: Predictions): void => {
    const { outputs, logNoise, targets } = predictions;
    const probabilitiesOf = probabilityReader(problem, outputs, targets.length, logNoise.length);
    targets.forEach((y, row) => {
      const summary = summarizeClasses(probabilitiesOf(row), classes);
      means.push(...summary.probabilities);
      known.push(y);
      if (mostProbable(summary.probabilities) === y) right++;
      entropy += summary.totalEntropy;
      mutualInformation += summary.mutualInformation;
    });
    logLikelihood += logScore(problem, predictions);
  };
  const metrics = (n: number): Metrics => ({
    n,
    logLikelihood: logLikelihood / n,
    accuracy: right / n,
    ...classCalibration(Float64Array.from(means), known, classes),
    entropy: entropy / n,
    mutualInformation: mutualInformation / n,
  });
  return { add, metrics };
}

function classCalibration(
  probabilities: Float64Array,
  labels: readonly number[],
  classes: number,
): Pick<Metrics, 'calibrationError' | 'reliability'> {
  const bins = classReliability(probabilities, labels, classes);
  return {
    calibrationError: classCalibrationError(bins),
    reliability: bins
      .filter(({ count }) => count > 0)
      .map(({ confidence, accuracy, count }) => ({ expected: confidence, observed: accuracy, count })),
  };
}

/** The same scores of rows whose predictions are known already. labels: their classes; at least one. */
export function metricsOfAnswers(answers: ClassAnswers, labels: readonly number[], classes: number): Metrics {
  const { probabilities, totalEntropy, mutualInformation } = answers;
  const n = labels.length;
  const mean = (of: (row: number) => number) => labels.reduce((sum, _, row) => sum + of(row), 0) / n;
  const given = (row: number) =>
    mostProbable(probabilities.subarray(row * classes, (row + 1) * classes)) === labels[row] ? 1 : 0;
  return {
    n,
    logLikelihood: mean((row) =>
      Math.log(Math.max(probabilities[row * classes + labels[row]!]!, Number.MIN_VALUE)),
    ),
    accuracy: mean(given),
    ...classCalibration(probabilities, labels, classes),
    entropy: mean((row) => totalEntropy[row]!),
    mutualInformation: mean((row) => mutualInformation[row]!),
  };
}

/** Σ over rows of log (1/S′) Σ_s p(y | x, w_s), standardised. */
function logScore(problem: Problem, { outputs, logNoise, targets }: Predictions): number {
  const { outputCount, experiment } = problem;
  const { cost } = likelihoods[experiment.likelihood.kind];
  const slope = new Float64Array(outputCount + 1);
  const logs = new Float64Array(logNoise.length);
  let sum = 0;
  targets.forEach((y, row) => {
    for (let draw = 0; draw < logs.length; draw++)
      logs[draw] = -cost(y, outputs, (draw * targets.length + row) * outputCount, logNoise[draw]!, slope);
    sum += logMeanExp(logs);
  });
  return sum;
}
