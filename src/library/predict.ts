import type { Engine } from '../experiment/engine/engine.ts';
import { weightMoments } from '../experiment/pictures/weightMoments.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { standardizedInputs } from '../experiment/problem/scalers.ts';
import { likelihoods, summarizeClasses, summarizeMixture } from '../model/likelihoods/index.ts';

/** p(y | x, D) at one input, in the data's units. */
export type Prediction =
  | {
      readonly mean: number;
      /** Standard deviation of the mean over weight draws; decreases with more data. */
      readonly epistemicSigma: number;
      /** Standard deviation of the noise; does not decrease with more data. */
      readonly aleatoricSigma: number;
      /** Central interval of probability `prediction.interval`, including noise. */
      readonly lower: number;
      readonly upper: number;
    }
  | {
      readonly probabilities: readonly number[];
      /** Entropies in nats; total = aleatoric + mutual information. */
      readonly totalEntropy: number;
      readonly aleatoricEntropy: number;
      readonly mutualInformation: number;
    };

/** Predictions from `prediction.samples` weight draws. inputs: rows in the data's units. */
export async function predictPoints(
  problem: Problem,
  engine: Engine,
  inputs: readonly (readonly number[])[],
): Promise<readonly Prediction[]> {
  const odd = inputs.find((row) => row.length !== problem.inputCount);
  if (odd) throw new Error(`invalid inputs; must have ${problem.inputCount} numbers a row: ${odd.length}`);
  const { samples } = problem.experiment.prediction;
  const rows = inputs.map((x) => ({ x }));
  const outputs = await engine.outputs(standardizedInputs(rows, problem.xScalers), 0, samples);
  const { logNoise } = await weightMoments(problem, engine);
  return rows.map((_, row) => predictionOf(problem, outputs, logNoise, row, rows.length));
}

function predictionOf(
  problem: Problem,
  outputs: Float64Array,
  logNoise: Float64Array,
  row: number,
  rows: number,
): Prediction {
  const { outputCount, classes, yScaler, experiment } = problem;
  const likelihood = likelihoods[experiment.likelihood.kind];
  const draws = logNoise.length;
  const at = (draw: number) => (draw * rows + row) * outputCount;
  if (likelihood.task === 'classification') {
    const ofDraws = new Float64Array(draws * classes);
    for (let draw = 0; draw < draws; draw++)
      likelihood.probabilities(outputs, at(draw), ofDraws.subarray(draw * classes, (draw + 1) * classes));
    const summary = summarizeClasses(ofDraws, classes);
    return { ...summary, probabilities: [...summary.probabilities] };
  }
  const means = Float64Array.from({ length: draws }, (_, draw) => outputs[at(draw)]!);
  const sigmas = Float64Array.from({ length: draws }, (_, draw) =>
    likelihood.sigma(outputs, at(draw), logNoise[draw]!),
  );
  const { mean, epistemicSigma, aleatoricSigma, lower, upper } = summarizeMixture(
    means,
    sigmas,
    experiment.prediction.interval,
  );
  const { mean: centre, scale } = yScaler;
  return {
    mean: centre + scale * mean,
    epistemicSigma: scale * epistemicSigma,
    aleatoricSigma: scale * aleatoricSigma,
    lower: centre + scale * lower,
    upper: centre + scale * upper,
  };
}
