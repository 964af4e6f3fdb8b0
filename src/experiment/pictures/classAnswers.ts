import { sortedQuantile } from '../../math/quantiles.ts';
import { likelihoods, summarizeClasses } from '../../model/likelihoods/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import type { ClassAnswers } from './snapshot.ts';

/** Probabilities of draws that are looked at between two chances for messages to be read. */
const CHUNK = 10_000;

/** The answers of every draw together. outputs: [S′, rows, outputCount], log-odds. */
export async function classAnswers(
  problem: Problem,
  outputs: Float64Array,
  rows: number,
  yieldToMessages: Yield,
): Promise<ClassAnswers> {
  const { classes, outputCount, experiment } = problem;
  const { samples, interval } = experiment.prediction;
  const likelihood = likelihoods[experiment.likelihood.kind];
  if (likelihood.task !== 'classification')
    throw new Error(`invalid likelihood.kind; only classes have answers: ${experiment.likelihood.kind}`);
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
  const ofDraws = new Float64Array(samples * classes);
  const sorted = new Float64Array(samples);
  const pause = Math.max(1, Math.floor(CHUNK / ofDraws.length));
  for (let row = 0; row < rows; row++) {
    if (row > 0 && row % pause === 0) await yieldToMessages();
    for (let draw = 0; draw < samples; draw++)
      likelihood.probabilities(
        outputs,
        (draw * rows + row) * outputCount,
        ofDraws.subarray(draw * classes, (draw + 1) * classes),
      );
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
