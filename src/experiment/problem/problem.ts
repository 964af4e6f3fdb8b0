import { createRandom, permutation, streams } from '../../math/random.ts';
import type { Interval, Point } from '../../model/datasets/index.ts';
import { klSchedules } from '../../model/estimators/index.ts';
import type { NetworkPlan } from '../../model/networks/index.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Scaler } from './scalers.ts';

/** An experiment prepared for training: everything that an engine needs, as numbers. */
export interface Problem {
  readonly experiment: Experiment;
  readonly plan: NetworkPlan;
  /** Training points in the data's units. */
  readonly points: readonly Point[];
  /** Held-out points, not used in training, in the data's units. */
  readonly heldOut: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  /** A map for each input, [inputCount], and that of the target, which is the identity for classes. */
  readonly xScalers: readonly Scaler[];
  readonly yScaler: Scaler;
  readonly inputCount: number;
  readonly outputCount: number;
  /** Classes that y distinguishes; 0 for regression. */
  readonly classes: number;
  /** Standardised inputs, row-major [n, inputCount], and targets [n]: numbers standardised, or class indices. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly n: number;
  /** Factor on the prior of each weight [P] (`prior.scaling`). */
  readonly priorScale: Float64Array;
  /** Fixed or initial noise in standardised units. */
  readonly noiseSigma: number;
  readonly batchSize: number;
  /** σ₀ of posterior sharpening, > 0; null: the posterior is not sharpened. */
  readonly sharpening: number | null;
  /** Minibatches in an epoch, at least 1. */
  readonly batches: number;
}

/** The part of the data that one step uses, and its share of the complexity cost. */
export interface Batch {
  /** Rows of the training set. */
  readonly rows: Int32Array;
  /** The factor π_i β on the complexity cost. Sums to β over an epoch. */
  readonly klFactor: number;
}

/** The order of the last epoch of each problem, which all steps of the epoch share. */
const orders = new WeakMap<Problem, { readonly epoch: number; readonly order: Int32Array }>();

function orderOf(problem: Problem, epoch: number): Int32Array {
  const known = orders.get(problem);
  if (known?.epoch === epoch) return known.order;
  const { experiment, n } = problem;
  const order = permutation(createRandom(experiment.seed, streams.shuffle + 256 * (epoch + 1)), n);
  orders.set(problem, { epoch, order });
  return order;
}

/** The batch of step t = 0, 1, …. Each epoch is a new permutation of the data, drawn from the seed. */
export function batchOfStep(problem: Problem, step: number): Batch {
  const { experiment, n, batches, batchSize } = problem;
  const { klSchedule, klWeight } = experiment.inference;
  if (batches === 1) return { rows: Int32Array.from({ length: n }, (_, row) => row), klFactor: klWeight };
  const epoch = Math.floor(step / batches);
  const index = step % batches;
  return {
    rows: orderOf(problem, epoch).slice(index * batchSize, Math.min(n, (index + 1) * batchSize)),
    klFactor: klWeight * klSchedules[klSchedule].share(index + 1, batches),
  };
}
