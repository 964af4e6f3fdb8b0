import type { Experiment } from '../experiment/experiment.ts';
import { experimentDomains, experimentPoints } from '../experiment/problem.ts';

/** Classes that can be drawn by hand. */
export const MOST_CLASSES = 4;

/** A point of the data, as the experiment keeps it. */
export type Point = Experiment['dataset']['points'][number];

/** A place in the plot of one input, in the data's units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An edit of the points of a data set; a pure function of the points before it. */
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
  clear: (): PointEdit => () => [],
  set:
    (next: readonly Point[]): PointEdit =>
    () =>
      next,
  keep: (): PointEdit => (points) => points,
} as const;

/**
 * The fields that an edit sets. The first makes the data set the person's own, with the points and the axes it has now,
 * so that nothing jumps.
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
    ...(experiment.dataset.task === 'classification' ? classFields(experiment, after) : {}),
  };
}

/** Classes never become fewer by an edit, so that the network keeps its outputs; the first point of a new one adds it. */
function classFields(
  { dataset, likelihood }: Experiment,
  points: readonly Point[],
): Readonly<Record<string, unknown>> {
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), dataset.classes);
  return {
    'dataset.task': dataset.task,
    'dataset.classes': Math.min(classes, MOST_CLASSES),
    'likelihood.kind': classes > 2 ? 'categorical' : likelihood.kind,
  };
}

/** The fields that bring other data altogether, on axes fitted to them. */
export function replacedPoints(points: readonly Point[]): Readonly<Record<string, unknown>> {
  return {
    'dataset.id': 'custom',
    'dataset.points': points,
    'dataset.xDomain': null,
    'dataset.yDomain': null,
  };
}
