import { t } from '../../i18n/index.ts';
import { registeredDataset } from '../../model/datasets/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { type PriorParameters, priors } from '../../model/priors/index.ts';
import { setFields } from '../document/changes.ts';
import { sameValue, valueAt } from '../document/defaults.ts';
import type { Experiment } from '../document/experiment.ts';
import { type Fault, type FieldPath, fieldAt, isFieldPath } from '../document/fields.ts';

/** A control that experiments are compared by, with three or four different values to sweep over, as links write them. */
export interface Comparable {
  readonly path: FieldPath;
  readonly label: string;
  readonly values: readonly [string, string, string, ...string[]];
  /** Whether an experiment uses it; absent: always. */
  readonly applies?: (experiment: Experiment) => boolean;
}

const ofPrior =
  (key: keyof PriorParameters) =>
  ({ prior: { kind } }: Experiment): boolean =>
    priors[kind].controls.some((control) => control.key === key);

const methodOf = ({ inference }: Experiment) => methods[inference.method];

const fitted = (experiment: Experiment): boolean => methodOf(experiment).fitsDistribution;

const descends = (experiment: Experiment): boolean => !methodOf(experiment).chains;

/** The controls to compare by, in the order of the menu. */
export const comparables: readonly Comparable[] = [
  {
    path: 'prior.sigma',
    label: 'Prior width σₚ',
    values: ['0.1', '0.3', '1', '3'],
    applies: ofPrior('sigma'),
  },
  {
    path: 'prior.sigma1',
    label: 'Wide width σ₁',
    values: ['0.3', '1', '3', '10'],
    applies: ofPrior('sigma1'),
  },
  {
    path: 'prior.sigma2',
    label: 'Narrow width σ₂',
    values: ['0.01', '0.03', '0.1', '0.3'],
    applies: ofPrior('sigma2'),
  },
  {
    path: 'prior.pi',
    label: 'Share of the wide part π',
    values: ['0.1', '0.25', '0.5', '0.9'],
    applies: ofPrior('pi'),
  },
  { path: 'prior.scale', label: 'Scale b', values: ['0.1', '0.3', '1', '3'], applies: ofPrior('scale') },
  { path: 'prior.kind', label: 'Prior', values: ['gaussian', 'laplace', 'scale-mixture'] },
  {
    path: 'inference.samples',
    label: 'Monte Carlo samples S',
    values: ['1', '4', '16', '64'],
    applies: (experiment) => methodOf(experiment).samples !== null,
  },
  {
    path: 'inference.estimator',
    label: 'Estimator',
    values: ['weight-sampling', 'local-reparameterization', 'flipout'],
    applies: fitted,
  },
  {
    path: 'inference.method',
    label: 'Method',
    values: ['bayes-by-backprop', 'map', 'deep-ensemble', 'mc-dropout'],
  },
  {
    path: 'inference.klWeight',
    label: 'KL weight β',
    values: ['0', '0.1', '1', '2'],
    applies: descends,
  },
  {
    path: 'inference.initialSigma',
    label: 'Initial width σ₀',
    values: ['0.01', '0.05', '0.2', '1'],
    applies: fitted,
  },
  {
    path: 'inference.optimizer.learningRate',
    label: 'Learning rate α',
    values: ['0.001', '0.003', '0.01', '0.03'],
    applies: descends,
  },
  { path: 'network.hidden', label: 'Hidden units', values: ['5', '20', '50', '20_20'] },
  {
    path: 'network.activation',
    label: 'Activation',
    values: ['relu', 'tanh', 'silu', 'sin'],
    applies: ({ network }) => network.kind !== 'recurrent',
  },
  {
    path: 'likelihood.noise',
    label: 'Noise σ',
    values: ['0.02', '0.05', '0.1', '0.3'],
    applies: ({ likelihood: { kind } }) => likelihoods[kind].startsFromNoise,
  },
  {
    path: 'dataset.size',
    label: 'Number of points n',
    values: ['10', '30', '100', '300'],
    applies: ({ dataset: { id } }) => Boolean(registeredDataset(id)?.generated),
  },
];

/** Whether an experiment uses a field; true for fields that are not in the menu. */
export function applies(path: string, experiment: Experiment): boolean {
  return comparables.find((comparable) => comparable.path === path)?.applies?.(experiment) ?? true;
}

/** The label of a field's control, or the path of a field that is not in the menu. */
export function labelOf(path: string): string {
  const known = comparables.find((comparable) => comparable.path === path);
  return known ? t(known.label) : path;
}

/** The controls that an experiment uses, of those to compare by. */
export function comparablesOf(experiment: Experiment): readonly Comparable[] {
  return comparables.filter(({ path }) => applies(path, experiment));
}

/** The difference that a comparison begins with: the first control of the menu, at another value than now. */
export function firstDifference(experiment: Experiment): Difference {
  const { path, values } = comparablesOf(experiment)[0]!;
  const now = valueAt(experiment, path);
  const others = values.filter((text) => !sameValue(fieldAt(path).kind.read(text), now));
  return { path, text: others[1] ?? others[0] ?? values[0] };
}

/** A field and its value as a link writes it, with `_` between the items of a list: `network.hidden:20_20`. */
export interface Difference {
  readonly path: string;
  readonly text: string;
}

export function readDifference(term: string): Difference {
  const colon = term.indexOf(':');
  return colon < 0 ? { path: term, text: '' } : { path: term.slice(0, colon), text: term.slice(colon + 1) };
}

export function writeDifference({ path, text }: Difference): string {
  return `${path}:${text.trim().replaceAll(',', '_')}`;
}

/** The base experiment with these differences, or their faults. */
export function withDifferences(
  base: Experiment,
  differences: readonly Difference[],
): { readonly experiment: Experiment } | { readonly faults: readonly Pick<Fault, 'message'>[] } {
  const unknown = differences.filter(({ path }) => !isFieldPath(path) || path.startsWith('view.'));
  if (unknown.length > 0)
    return {
      faults: unknown.map(({ path }) => ({
        message: t('{name} is not a field to compare by', { name: path || t('an empty name') }),
      })),
    };
  const fields = Object.fromEntries(
    differences.map(({ path, text }) => [
      path,
      fieldAt(path as FieldPath).kind.read(text.replaceAll('_', ',')),
    ]),
  );
  return setFields(base, fields);
}
