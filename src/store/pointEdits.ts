import type { Experiment } from '../experiment/document/experiment.ts';
import { type OwnPictureKind, ownPictureKind, PLANE_CLASSES } from '../experiment/document/pictureKind.ts';
import { experimentDomains, experimentPoints } from '../experiment/pictures/data.ts';
import type { Interval } from '../model/datasets/index.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { type NetworkKind, networks } from '../model/networks/index.ts';

/** A point of the data, as the experiment stores it. */
export type Point = Experiment['dataset']['points'][number];

/** A position in the plot of one input, in the data's units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An edit of the points of a data set, as a pure function. */
export type PointEdit = (points: readonly Point[]) => readonly Point[];

const pointAt = (place: Place | Point): Point =>
  typeof place.x === 'number' ? { x: [place.x], y: place.y } : { x: place.x, y: place.y };

export const pointEdits = {
  add:
    (place: Place | Point): PointEdit =>
    (points) => [...points, pointAt(place)],
  move:
    (index: number, place: Place | Point): PointEdit =>
    (points) =>
      points.map((point, other) => (other === index ? pointAt(place) : point)),
  delete:
    (index: number): PointEdit =>
    (points) =>
      points.filter((_, other) => other !== index),
  deleteAll:
    (indices: readonly number[]): PointEdit =>
    (points) =>
      points.filter((_, index) => !indices.includes(index)),
  clear: (): PointEdit => () => [],
  set:
    (next: readonly Point[]): PointEdit =>
    () =>
      next,
  keep: (): PointEdit => (points) => points,
} as const;

/**
 * The fields that an edit sets. The first edit turns a registered data set into a custom one with the same points and
 * axes, so that the plot does not jump.
 */
export function editedPoints(experiment: Experiment, edit: PointEdit): Readonly<Record<string, unknown>> {
  const before = experimentPoints(experiment);
  const [xDomain, yDomain] = experimentDomains(experiment, before);
  const after = edit(before);
  return {
    'dataset.id': 'custom',
    'dataset.points': after,
    'dataset.xDomain': xDomain,
    'dataset.yDomain': yDomain,
    ...(drawsFromNothing(experiment, before, after) ? drawnNoise(experiment, yDomain) : {}),
    ...(experiment.dataset.task === 'classification' ? classFields(experiment, after) : {}),
  };
}

/** Noise of points drawn in the plot, as a share of its height: small enough that the mean passes through each of them. */
const DRAWN_NOISE = 1 / 150;

/** Whether all points from here on are drawn: an edit that leaves none, or the first point on axes that were not set. */
function drawsFromNothing(
  { dataset, likelihood }: Experiment,
  before: readonly Point[],
  after: readonly Point[],
): boolean {
  const begins = after.length === 0 || (before.length === 0 && dataset.yDomain === null);
  return begins && likelihoods[likelihood.kind].startsFromNoise;
}

/** Drawn points have no noise that could be measured: it is given, in proportion to the plot, and not learned. */
function drawnNoise({ likelihood }: Experiment, yDomain: Interval): Readonly<Record<string, unknown>> {
  const noise = Number((DRAWN_NOISE * (yDomain[1] - yDomain[0])).toPrecision(1));
  return { 'likelihood.noise': noise > 0 ? noise : likelihood.noise, 'likelihood.learn': false };
}

/** An edit never lowers the number of classes, so that the network keeps its outputs; a point of a new class raises it. */
function classFields(
  { dataset, likelihood }: Experiment,
  points: readonly Point[],
): Readonly<Record<string, unknown>> {
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), dataset.classes);
  return {
    'dataset.task': dataset.task,
    'dataset.classes': Math.min(classes, PLANE_CLASSES),
    'likelihood.kind': classes > 2 ? 'categorical' : likelihood.kind,
  };
}

/** Custom data, read from files or pasted text. */
export type OwnData = Pick<Experiment['dataset'], 'points' | 'task' | 'columns' | 'classNames' | 'images'>;

/** Maximum number of rows that are trained as one batch; more are trained in minibatches of BATCH_SIZE. */
const MAX_FULL_BATCH = 500;
const BATCH_SIZE = 64;
/** Default share of the rows of a table that is held out. */
const HELD_OUT = 0.2;

type Fields = Readonly<Record<string, unknown>>;

/** Fields that suit custom data of each picture kind. batchSize: for their number of rows. */
const ownDataFields: Readonly<
  Record<OwnPictureKind, (batchSize: 'full' | number, network: NetworkKind) => Fields>
> = {
  curve: (batchSize, network) => ({ 'dataset.testFraction': 0, ...denseFields(batchSize, network) }),
  plane: (batchSize, network) => ({ 'dataset.testFraction': 0, ...denseFields(batchSize, network) }),
  table: (batchSize, network) => ({
    'dataset.testFraction': HELD_OUT,
    'inference.batchSize': batchSize,
    // The activation of a unit grows with the number of inputs: with one prior width for all weights the prior would
    // outweigh the data.
    'prior.scaling': 'fan-in',
    ...denseFields(batchSize, network),
  }),
  // The defaults of images, with their convolutional network, follow `dataset.images`.
  images: () => ({}),
};

/** A dense network in place of one that reads images or series. */
function denseFields(batchSize: 'full' | number, network: NetworkKind): Fields {
  if (networks[network].fullyConnected) return {};
  return {
    'network.kind': 'dense',
    'inference.batchSize': batchSize,
    'inference.samples': 4,
    'prediction.samples': 100,
  };
}

/** The fields that replace the data by other data, on axes fitted to them, with a network that can learn them. */
export function replacedPoints({ network }: Experiment, data: OwnData): Fields {
  const { points, task, columns, classNames, images } = data;
  const kind = ownPictureKind(data, points[0]?.x.length ?? 1);
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), 2);
  return {
    'dataset.id': 'custom',
    'dataset.points': points,
    'dataset.task': task,
    'dataset.columns': columns,
    'dataset.classNames': classNames,
    'dataset.images': images,
    'dataset.xDomain': null,
    'dataset.yDomain': null,
    'prediction.slice': 0,
    ...(task === 'classification' && {
      'dataset.classes': Math.min(classes, PLANE_CLASSES),
      'likelihood.kind': classes > 2 || images ? 'categorical' : 'bernoulli',
    }),
    ...ownDataFields[kind](points.length > MAX_FULL_BATCH ? BATCH_SIZE : 'full', network.kind),
  };
}
