import type { Experiment } from '../experiment/experiment.ts';
import { experimentDomains, experimentPoints } from '../experiment/problem.ts';

/** A point of the data, as the experiment keeps it. */
export type Point = Experiment['dataset']['points'][number];

/** A place in the plot, in the data's units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An edit of the points of a data set; a pure function of the points before it. */
export type PointEdit = (points: readonly Point[]) => readonly Point[];

const pointAt = ({ x, y }: Place): Point => ({ x: [x], y });

export const pointEdits = {
  add:
    (place: Place): PointEdit =>
    (points) => [...points, pointAt(place)],
  move:
    (index: number, place: Place): PointEdit =>
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
  return {
    'dataset.id': 'custom',
    'dataset.points': edit(before),
    'dataset.xDomain': xDomain,
    'dataset.yDomain': yDomain,
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
