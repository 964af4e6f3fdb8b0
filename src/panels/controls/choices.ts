import { t } from '../../i18n/index.ts';
import { type Dataset, datasets } from '../../model/datasets/index.ts';
import { type Likelihood, likelihoods, type Task } from '../../model/likelihoods/index.ts';
import type { Choice } from './fields/MenuField.tsx';

/** The heading of each kind of data. */
const datasetGroups = {
  curve: 'A curve',
  plane: 'Classes in the plane',
  images: 'Images',
  sequence: 'Series',
} as const;

/** The registered data sets, grouped by kind. */
export function datasetChoices(): Choice[] {
  return Object.entries<Dataset>(datasets).map(([value, { label, kind }]) => ({
    value,
    label: t(label),
    group: t(datasetGroups[kind]),
  }));
}

/** The likelihoods of a task. */
export function likelihoodChoices(task: Task): Choice[] {
  return Object.entries<Likelihood>(likelihoods)
    .filter(([, likelihood]) => likelihood.task === task)
    .map(([value, { label }]) => ({ value, label: t(label) }));
}
