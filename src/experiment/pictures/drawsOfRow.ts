import { type Likelihood, likelihoods, type Task } from '../../model/likelihoods/index.ts';
import type { Problem } from '../problem/problem.ts';

/** The likelihood of an experiment, which must be one for the task. Throws where it is not: a rule of the document forbids it. */
export function likelihoodOf<T extends Task>(
  { experiment }: Problem,
  task: T,
): Extract<Likelihood, { task: T }> {
  const likelihood: Likelihood = likelihoods[experiment.likelihood.kind];
  if (likelihood.task !== task)
    throw new Error(
      `invalid likelihood.kind; must be a likelihood for ${task}: ${experiment.likelihood.kind}`,
    );
  return likelihood as Extract<Likelihood, { task: T }>;
}

/** The normal distribution of y under every draw: the components of the mixture p(y | x, D). Standardised units, [draws]. */
export interface RowMixture {
  readonly means: Float64Array;
  readonly sigmas: Float64Array;
}

/**
 * Reads the mixture of one row of outputs [draws, rows, outputCount], whose log noise is logNoise [draws]. Every call
 * overwrites the arrays of the one before.
 */
export function mixtureReader(
  problem: Problem,
  outputs: Float64Array,
  rows: number,
  logNoise: Float64Array,
): (row: number) => RowMixture {
  const { sigma } = likelihoodOf(problem, 'regression');
  const means = new Float64Array(logNoise.length);
  const sigmas = new Float64Array(logNoise.length);
  return (row) => {
    for (let draw = 0; draw < means.length; draw++) {
      const at = (draw * rows + row) * problem.outputCount;
      means[draw] = outputs[at]!;
      sigmas[draw] = sigma(outputs, at, logNoise[draw]!);
    }
    return { means, sigmas };
  };
}

/**
 * Reads p(y = c | x, w) of one row under every draw, [draws, classes], from outputs [draws, rows, outputCount] in log-odds.
 * Every call overwrites the array of the one before.
 */
export function probabilityReader(
  problem: Problem,
  outputs: Float64Array,
  rows: number,
  draws: number,
): (row: number) => Float64Array {
  const { classes, outputCount } = problem;
  const { probabilities } = likelihoodOf(problem, 'classification');
  const ofDraws = new Float64Array(draws * classes);
  return (row) => {
    for (let draw = 0; draw < draws; draw++)
      probabilities(
        outputs,
        (draw * rows + row) * outputCount,
        ofDraws.subarray(draw * classes, (draw + 1) * classes),
      );
    return ofDraws;
  };
}
