import { say } from '../words/index.ts';
import { setFields } from './changes.ts';
import type { Experiment } from './experiment.ts';
import { type Fault, type FieldPath, fieldAt, isFieldPath } from './fields.ts';

/** A control that experiments are compared by, and four values worth a look, as links write them. */
export interface Comparable {
  readonly path: FieldPath;
  readonly label: string;
  readonly values: readonly [string, string, string, string];
}

/** What is worth comparing, in the order of the menu. */
export const comparables: readonly Comparable[] = [
  { path: 'prior.sigma', label: 'Prior width σₚ', values: ['0.1', '0.3', '1', '3'] },
  { path: 'prior.kind', label: 'Prior', values: ['gaussian', 'laplace', 'scale-mixture', 'gaussian'] },
  { path: 'inference.samples', label: 'Monte Carlo samples S', values: ['1', '4', '16', '64'] },
  {
    path: 'inference.estimator',
    label: 'Estimator',
    values: ['weight-sampling', 'local-reparameterization', 'flipout', 'weight-sampling'],
  },
  {
    path: 'inference.method',
    label: 'Method',
    values: ['bayes-by-backprop', 'map', 'deep-ensemble', 'mc-dropout'],
  },
  { path: 'inference.klWeight', label: 'KL weight β', values: ['0', '0.1', '1', '2'] },
  { path: 'inference.initialSigma', label: 'Initial width σ₀', values: ['0.01', '0.05', '0.2', '1'] },
  {
    path: 'inference.optimizer.learningRate',
    label: 'Learning rate α',
    values: ['0.001', '0.003', '0.01', '0.03'],
  },
  { path: 'network.hidden', label: 'Hidden units', values: ['5', '20', '50', '20_20'] },
  { path: 'network.activation', label: 'Activation', values: ['relu', 'tanh', 'silu', 'sin'] },
  { path: 'likelihood.noise', label: 'Noise σ', values: ['0.02', '0.05', '0.1', '0.3'] },
  { path: 'dataset.size', label: 'Number of points n', values: ['10', '30', '100', '300'] },
];

/** A field set to a value, as a link writes it, items of a list apart by _: `network.hidden:20_20`. */
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

/** The experiment with these differences, or everything that is wrong with them. The base itself is never changed. */
export function withDifferences(
  base: Experiment,
  differences: readonly Difference[],
): { readonly experiment: Experiment } | { readonly faults: readonly Pick<Fault, 'message'>[] } {
  const strange = differences.filter(({ path }) => !isFieldPath(path) || path.startsWith('view.'));
  if (strange.length > 0)
    return {
      faults: strange.map(({ path }) => ({
        message: say('{name} is not a field to compare by', { name: path || say('an empty name') }),
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
