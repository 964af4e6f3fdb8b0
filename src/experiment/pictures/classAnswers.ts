import { sortedQuantile } from '../../math/quantiles.ts';
import { summarizeClasses } from '../../model/likelihoods/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { probabilityReader } from './drawsOfRow.ts';
import type { ClassAnswers } from './snapshot.ts';

/** Probabilities of draws that are read between two yields to messages. */
const CHUNK = 10_000;

/** The predicted classes of rows, over all draws. outputs: [S′, rows, outputCount], log-odds. */
export async function classAnswers(
  problem: Problem,
  outputs: Float64Array,
  rows: number,
  yieldToMessages: Yield,
): Promise<ClassAnswers> {
  const { classes, experiment } = problem;
  const { samples, interval } = experiment.prediction;
  const probabilitiesOf = probabilityReader(problem, outputs, rows, samples);
  const table = () => new Float64Array(rows * classes);
  const column = () => new Float64Array(rows);
  const answers = {
    probabilities: table(),
    lower: table(),
    upper: table(),
    totalEntropy: column(),
    aleatoricEntropy: column(),
    mutualInformation: column(),
  };
  const sorted = new Float64Array(samples);
  const rowsPerChunk = Math.max(1, Math.floor(CHUNK / (samples * classes)));
  for (let row = 0; row < rows; row++) {
    if (row > 0 && row % rowsPerChunk === 0) await yieldToMessages();
    const ofDraws = probabilitiesOf(row);
    const summary = summarizeClasses(ofDraws, classes);
    answers.probabilities.set(summary.probabilities, row * classes);
    answers.totalEntropy[row] = summary.totalEntropy;
    answers.aleatoricEntropy[row] = summary.aleatoricEntropy;
    answers.mutualInformation[row] = summary.mutualInformation;
    for (let c = 0; c < classes; c++) {
      for (let draw = 0; draw < samples; draw++) sorted[draw] = ofDraws[draw * classes + c]!;
      sorted.sort();
      answers.lower[row * classes + c] = sortedQuantile(sorted, (1 - interval) / 2);
      answers.upper[row * classes + c] = sortedQuantile(sorted, (1 + interval) / 2);
    }
  }
  return answers;
}
