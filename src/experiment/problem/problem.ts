import { createRandom, permutation, streams } from '../../math/random.ts';
import { datasets, type Interval, type Point } from '../../model/datasets/index.ts';
import { klSchedules } from '../../model/estimators/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { type NetworkPlan, planNetwork } from '../../model/networks/index.ts';
import type { Experiment } from '../document/experiment.ts';
import { inputCountOf } from '../document/inputCount.ts';
import { pictureKindOf } from '../document/pictureKind.ts';
import { seriesOf, seriesPoints } from '../document/series.ts';
import {
  fitDomain,
  inputScalers,
  type Scaler,
  type Scalers,
  standardizedInputs,
  targetScaler,
} from './scalers.ts';
import { sharpeningSigma } from './sharpening.ts';
import { type Split, splitPoints } from './split.ts';

/** An experiment made ready to train: everything an engine needs, as numbers. */
export interface Problem {
  readonly experiment: Experiment;
  readonly plan: NetworkPlan;
  /** Training points in the data's units. */
  readonly points: readonly Point[];
  /** Points that training never sees, in the data's units; none unless some are held out. */
  readonly heldOut: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  /** One for each input; that of y is the identity for classes. */
  readonly xScalers: readonly Scaler[];
  readonly yScaler: Scaler;
  readonly inputCount: number;
  readonly outputCount: number;
  /** Classes that y tells apart; 0 for regression. */
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

/** All points of an experiment but those of a series, in the data's units; generated ones depend on the seed alone. */
function allPoints(experiment: Experiment): readonly Point[] {
  const { id, points, size, noise } = experiment.dataset;
  const dataset = id === 'custom' ? null : datasets[id];
  if (dataset === null || dataset.kind === 'sequence') return points;
  return dataset.points(createRandom(experiment.seed, streams.data), size, noise, experiment.dataset);
}

/** Those that are trained on, and those held out: of a series its tail, of pictures whose points are drawn by hand none. */
export function experimentSplit(experiment: Experiment): Split {
  const series = seriesOf(experiment);
  if (series) {
    const points = seriesPoints(series, experiment.network.window);
    const trained = series.tail - series.first;
    return { training: points.slice(0, trained), heldOut: points.slice(trained) };
  }
  const kind = pictureKindOf(experiment);
  const fraction = kind === 'curve' || kind === 'plane' ? 0 : experiment.dataset.testFraction;
  return splitPoints(allPoints(experiment), fraction, experiment.seed);
}

/** The training points of an experiment. */
export function experimentPoints(experiment: Experiment): readonly Point[] {
  return experimentSplit(experiment).training;
}

/** What the plots of an experiment show: [x domain, y domain]; of classes in the plane, those of the two inputs. */
export function experimentDomains(
  experiment: Experiment,
  points: readonly Point[],
): readonly [Interval, Interval] {
  const { id, xDomain, yDomain, inputs } = experiment.dataset;
  const dataset = id === 'custom' ? null : datasets[id];
  if (dataset?.kind === 'curve') return [dataset.xDomain, dataset.yDomain];
  if (dataset?.kind === 'plane') {
    const [first, second] = inputs.map((input) => dataset.measures[input]!.domain);
    return [first!, second!];
  }
  const fitted = (of: (point: Point) => number) => fitDomain(points.map(of), 0.5);
  const upwards =
    pictureKindOf(experiment) === 'plane' ? (point: Point) => point.x[1]! : (point: Point) => point.y;
  return [xDomain ?? fitted((point) => point.x[0]!), yDomain ?? fitted(upwards)];
}

function priorScales(plan: NetworkPlan, scaling: Experiment['prior']['scaling']): Float64Array {
  const scales = new Float64Array(plan.parameterCount).fill(1);
  if (scaling === 'fan-in')
    for (const layer of plan.layers)
      scales.fill(1 / Math.sqrt(layer.fanIn), layer.kernelOffset, layer.biasOffset);
  return scales;
}

function classCount(experiment: Experiment, points: readonly Point[]): number {
  if (experiment.dataset.task === 'regression') return 0;
  const { id, classes } = experiment.dataset;
  const dataset = id === 'custom' ? null : datasets[id];
  if (dataset?.kind === 'images') return dataset.classNames.length;
  return points.reduce((most, { y }) => Math.max(most, y + 1), classes);
}

/**
 * Makes an experiment ready to train. `scalers`: keep those of a run whose points are being edited, so that its
 * function stays where it is; by default they are fitted to the points.
 */
export function prepareProblem(experiment: Experiment, scalers?: Scalers): Problem {
  const { training: points, heldOut } = experimentSplit(experiment);
  const [xDomain, yDomain] = experimentDomains(experiment, points);
  const n = points.length;
  const inputCount = inputCountOf(experiment);
  const likelihood = likelihoods[experiment.likelihood.kind];
  const classes = classCount(experiment, points);
  const outputCount = likelihood.outputCount(classes);
  const xScalers = scalers?.xScalers ?? inputScalers(experiment, points, inputCount, [xDomain, yDomain]);
  const yScaler = scalers?.yScaler ?? targetScaler(experiment, points, yDomain);
  const plan = planNetwork(experiment.network, inputCount, outputCount);
  const { batchSize } = experiment.inference;
  const size = batchSize === 'full' ? Math.max(n, 1) : Math.min(batchSize, Math.max(n, 1));
  return {
    experiment,
    plan,
    points,
    heldOut,
    xDomain,
    yDomain,
    xScalers,
    yScaler,
    inputCount,
    outputCount,
    classes,
    inputs: standardizedInputs(points, xScalers),
    targets: Float64Array.from(points, ({ y }) => (y - yScaler.mean) / yScaler.scale),
    n,
    priorScale: priorScales(plan, experiment.prior.scaling),
    noiseSigma: experiment.likelihood.noise / yScaler.scale,
    sharpening: sharpeningSigma(experiment),
    batchSize: size,
    batches: Math.max(1, Math.ceil(n / size)),
  };
}

/** The part of the data that one step sees, and its share of the complexity cost. */
export interface Batch {
  /** Rows of the training set. */
  readonly rows: Int32Array;
  /** π_i, times β: what the complexity cost is multiplied by. Sums to β over an epoch. */
  readonly klFactor: number;
}

/** The order of the last epoch that was asked for: all its steps share it. */
const orders = new WeakMap<Problem, { readonly epoch: number; readonly order: Int32Array }>();

function orderOf(problem: Problem, epoch: number): Int32Array {
  const known = orders.get(problem);
  if (known?.epoch === epoch) return known.order;
  const { experiment, n } = problem;
  const order = permutation(createRandom(experiment.seed, streams.shuffle + 256 * (epoch + 1)), n);
  orders.set(problem, { epoch, order });
  return order;
}

/** The batch of step t = 0, 1, …: epochs are fresh permutations of the data, drawn from the seed. */
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
