import type { Point } from '../../model/datasets/index.ts';
import type { Experiment } from '../document/experiment.ts';
import { rememberPerDataset } from '../document/rememberPerDataset.ts';
import type { Domains } from './pictureDefinition.ts';
import { pictureOf } from './pictures.ts';

/**
 * The points that are trained on, and those that are held out, in the data's units. The same arrays as long as `dataset` is
 * the same object and the seed and the window are equal. Throws before the rows of the data set are loaded.
 */
export const experimentSplit = rememberPerDataset((experiment: Experiment) =>
  pictureOf(experiment).split(experiment),
);

/** The training points of an experiment. */
export function experimentPoints(experiment: Experiment): readonly Point[] {
  return experimentSplit(experiment).training;
}

interface KnownDomains {
  readonly dataset: Experiment['dataset'];
  readonly domains: Domains;
}

/** The last domains of each array of training points. */
const domainsOfPoints = new WeakMap<readonly Point[], KnownDomains>();

/**
 * What the plots of an experiment show: [x domain, y domain]; of classes in the plane, those of the two inputs. points: its
 * training points. The same object for the same points and data.
 */
export function experimentDomains(experiment: Experiment, points: readonly Point[]): Domains {
  const known = domainsOfPoints.get(points);
  if (known?.dataset === experiment.dataset) return known.domains;
  const domains = pictureOf(experiment).domains(experiment, points);
  domainsOfPoints.set(points, { dataset: experiment.dataset, domains });
  return domains;
}
