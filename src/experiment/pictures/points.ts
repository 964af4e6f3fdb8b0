import { createRandom, streams } from '../../math/random.ts';
import type { Dataset, Point, SequenceDataset } from '../../model/datasets/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import type { Experiment } from '../document/experiment.ts';
import { fitDomain } from '../problem/scalers.ts';
import type { Domains, PictureNames } from './pictureDefinition.ts';

/** A data set of points, as opposed to a series. */
type PointsDataset = Exclude<Dataset, SequenceDataset>;

/** Fresh points of generated data: the standard error of a coverage of 0.9 is 0.017 with this many. */
const FRESH_POINTS = 300;

/** All points of a registered data set, or the custom points if there is none; in the data's units. */
export function allPoints({ seed, dataset }: Experiment, registered: PointsDataset | null): readonly Point[] {
  if (!registered) return dataset.points;
  return registered.points(createRandom(seed, streams.data), dataset.size, dataset.noise, dataset);
}

/** New points of generated data, independent of those that are trained on; null where the data are not generated. */
export function freshPoints(
  { seed, dataset }: Experiment,
  registered: PointsDataset | null,
): readonly Point[] | null {
  if (!registered?.generated) return null;
  return registered.points(createRandom(seed, streams.heldOut), FRESH_POINTS, dataset.noise, dataset);
}

/** The domains that the document gives; those it leaves open are fitted to the first input and to `upwards`. */
export function chosenDomains(
  { dataset: { xDomain, yDomain } }: Experiment,
  points: readonly Point[],
  upwards: (point: Point) => number,
): Domains {
  const fitted = (of: (point: Point) => number) => fitDomain(points.map(of), 0.5);
  return [xDomain ?? fitted((point) => point.x[0]!), yDomain ?? fitted(upwards)];
}

/**
 * Number of classes of the points, at least the number in the document. Custom data have all classes of their rows, held-out
 * ones included, and of their names, so that each has an output.
 */
export function countClasses({ dataset, likelihood }: Experiment, points: readonly Point[]): number {
  const chosen = likelihoods[likelihood.kind];
  const most = chosen.task === 'classification' ? chosen.maxClasses : 0;
  const named = Math.max(dataset.classes, Math.min(dataset.classNames.length, most));
  const rows = dataset.id === 'custom' ? dataset.points : points;
  return [...points, ...rows].reduce((most, { y }) => Math.max(most, y + 1), named);
}

/** The names of custom data: of the inputs and, last, of the target. */
export function ownNames({
  columns,
  classNames,
}: Pick<Experiment['dataset'], 'columns' | 'classNames'>): PictureNames {
  return {
    inputs: columns.slice(0, -1),
    target: columns.at(-1) ?? null,
    classes: classNames,
    time: (index) => index,
  };
}
