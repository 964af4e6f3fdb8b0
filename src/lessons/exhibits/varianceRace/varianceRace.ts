import { defaultExperiment } from '../../../experiment/document/defaults.ts';
import type { Experiment } from '../../../experiment/document/experiment.ts';
import { initialState } from '../../../experiment/engine/state.ts';
import { prepareProblem } from '../../../experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { type EstimatorKind, estimators } from '../../../model/estimators/index.ts';
import { freeEnergyGradient } from '../../../reference/freeEnergy.ts';
import { emptyVariance, updateVariance } from '../../../reference/runningVariance.ts';

/** Batch sizes that are measured. */
export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

/** Number of gradients for each lane: a standard error of about 10 %. */
export const GRADIENTS = 600;

/** The estimators in the order of the menu. */
export const raced = Object.keys(estimators) as EstimatorKind[];

/** The setup: width of the hidden layer, and posterior standard deviation of every weight. */
export interface RaceSetup {
  readonly units: number;
  readonly sigma: number;
  readonly seed: number;
}

/** One estimator at one batch size, with its measurements. */
export interface Lane {
  readonly estimator: EstimatorKind;
  readonly batch: number;
  readonly problem: Problem;
  readonly parameters: Float64Array;
  moments: ReturnType<typeof emptyVariance>;
}

/**
 * Every estimator with every batch size, on that many points of Blundell's curve. One Monte Carlo sample; the
 * complexity cost is exact, so that all variance comes from the likelihood cost.
 */
export function startingLanes(setup: RaceSetup): readonly Lane[] {
  return batchSizes.flatMap((batch) =>
    raced.map((estimator): Lane => {
      const problem = prepareProblem(raceExperiment(setup, batch, estimator));
      const { parameters } = initialState(problem);
      const count = 2 * problem.plan.parameterCount;
      return { estimator, batch, problem, parameters, moments: emptyVariance(count) };
    }),
  );
}

function raceExperiment(
  { units, sigma, seed }: RaceSetup,
  batch: number,
  estimator: EstimatorKind,
): Experiment {
  const usual = defaultExperiment();
  return {
    ...usual,
    seed,
    // Points of one seed are generated in sequence: every batch is a prefix of the largest.
    dataset: { ...usual.dataset, size: batch, standardize: false },
    network: { ...usual.network, hidden: [units] },
    likelihood: { ...usual.likelihood, learn: false, noise: 0.3 },
    inference: { ...usual.inference, estimator, samples: 1, batchSize: 'full', initialSigma: sigma },
  };
}

/** Adds one gradient to a lane, with its own noise. */
export function runLane(lane: Lane): void {
  const { gradient } = freeEnergyGradient(lane.problem, lane.parameters, lane.moments.count);
  lane.moments = updateVariance(lane.moments, gradient.subarray(0, lane.moments.mean.length));
}

/**
 * Σ_i Var[∂F/∂θ_i] / M², θ = (μ, ρ): the variance of the mean gradient of the batch's M examples. NaN before the
 * second gradient.
 */
export function laneVariance({ moments: { count, squares }, batch }: Lane): number {
  if (count < 2) return Number.NaN;
  return squares.reduce((sum, value) => sum + value, 0) / (count - 1) / batch ** 2;
}
