import type { Experiment } from '../../../experiment/document/experiment.ts';
import type { TrainingState } from '../../../experiment/engine/engine.ts';
import { probabilityReader } from '../../../experiment/pictures/drawsOfRow.ts';
import { prepareProblem } from '../../../experiment/pictures/prepareProblem.ts';
import { standardizedInputs } from '../../../experiment/problem/scalers.ts';
import { type ClassUncertainty, summarizeClasses } from '../../../model/likelihoods/classes.ts';
import { activations, networkOutputs } from '../../../model/networks/index.ts';
import { methodSteps } from '../../../reference/methods/index.ts';

/** What the draws of a trained network say about an image. */
export interface DigitAnswer extends ClassUncertainty {
  /** The most probable class under each draw, [draws]. */
  readonly named: readonly number[];
}

/**
 * Prepares a trained network to classify images: the same draws as the engines take. Its data set must be loaded.
 * The returned function takes the pixels of one image, in the data's units.
 */
export function digitReader(
  experiment: Experiment,
  state: TrainingState,
): (image: readonly number[]) => DigitAnswer {
  const problem = prepareProblem(experiment);
  const { plan, classes } = problem;
  const { samples } = experiment.prediction;
  const { view, draws } = methodSteps[experiment.inference.method];
  const { weights } = draws(problem, view(problem, state), 0, samples);
  const activation = activations[experiment.network.activation];
  return (image) => {
    const inputs = standardizedInputs([{ x: image }], problem.xScalers);
    const outputs = new Float64Array(samples * problem.outputCount);
    for (let draw = 0; draw < samples; draw++) {
      const drawn = weights.subarray(draw * plan.parameterCount, (draw + 1) * plan.parameterCount);
      outputs.set(networkOutputs(plan, activation, drawn, inputs), draw * problem.outputCount);
    }
    const ofDraws = probabilityReader(problem, outputs, 1, samples)(0);
    return {
      ...summarizeClasses(ofDraws, classes),
      named: Array.from({ length: samples }, (_, draw) =>
        mostProbable(ofDraws.subarray(draw * classes, (draw + 1) * classes)),
      ),
    };
  };
}

/** The index of the largest probability. */
export function mostProbable(probabilities: Float64Array): number {
  return probabilities.reduce((best, p, c) => (p > probabilities[best]! ? c : best), 0);
}
