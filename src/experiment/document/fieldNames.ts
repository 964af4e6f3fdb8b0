import { t } from '../../i18n/index.ts';
import { datasets } from '../../model/datasets/index.ts';
import { estimators, klSchedules } from '../../model/estimators/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { activations, cells, networks } from '../../model/networks/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import { priors } from '../../model/priors/index.ts';
import { type FieldPath, fieldAt } from './fields.ts';

/** Names of fields as controls of the page show them; fields without a control have none. */
const names: Partial<Readonly<Record<FieldPath, string>>> = {
  seed: 'Seed',
  'dataset.id': 'Data set',
  'dataset.size': 'Number of points',
  'dataset.noise': 'Noise of the data',
  'dataset.points': 'Your own data',
  'dataset.task': 'Task',
  'dataset.testFraction': 'Held out',
  'dataset.classes': 'Classes',
  'dataset.inputs': 'Inputs',
  'network.kind': 'Kind of network',
  'network.hidden': 'Hidden layers',
  'network.activation': 'Activation',
  'network.channels': 'Convolutions',
  'network.kernelSize': 'Filter size',
  'network.cell': 'Cell',
  'network.window': 'Window',
  'network.sharpening': 'Sharpen the posterior',
  'prior.kind': 'Prior',
  'prior.scaling': 'Scaling by layer',
  'prior.sigma': 'Prior width',
  'prior.pi': 'Share of the wide part',
  'prior.sigma1': 'Width of the wide part',
  'prior.sigma2': 'Width of the narrow part',
  'prior.scale': 'Scale of the prior',
  'likelihood.kind': 'Likelihood',
  'likelihood.noise': 'Noise',
  'likelihood.learn': 'Learn the noise',
  'inference.method': 'Method',
  'inference.estimator': 'Estimator',
  'inference.kl': 'Complexity cost',
  'inference.samples': 'Monte Carlo samples',
  'inference.batchSize': 'Batch size',
  'inference.klSchedule': 'KL share of a batch',
  'inference.klWeight': 'KL weight',
  'inference.initialSigma': 'Initial posterior width',
  'inference.optimizer.kind': 'Optimiser',
  'inference.optimizer.learningRate': 'Learning rate',
  'inference.dropoutRate': 'Dropout rate',
  'prediction.samples': 'Draws',
  'prediction.interval': 'Probability of the band',
  'prediction.origin': 'Start of the forecast',
  'prediction.slice': 'Input of the slice',
  'prediction.pruned': 'Weights pruned',
  'view.panels': 'Panels',
  'view.stop': 'Training stops',
  'view.challenge': 'Challenge',
  'view.compare': 'Side by side',
  'view.sweep': 'Side by side',
  'view.units': 'Unit of costs',
};

/** A registry whose entries have the label that menus show. */
type Labels = Readonly<Record<string, { readonly label: string }>>;

/** The registries of fields whose value is one of their keys. */
const registries: Partial<Readonly<Record<FieldPath, Labels>>> = {
  'dataset.id': datasets,
  'network.kind': networks,
  'network.activation': activations,
  'network.cell': cells,
  'prior.kind': priors,
  'likelihood.kind': likelihoods,
  'inference.method': methods,
  'inference.estimator': estimators,
  'inference.klSchedule': klSchedules,
  'inference.optimizer.kind': optimizers,
};

/** The name of a field on the screen; the last part of its path where it has no control. */
export function fieldName(path: FieldPath): string {
  const name = names[path];
  return name === undefined ? path.slice(path.lastIndexOf('.') + 1) : t(name);
}

/** A value of a field as the page names it. */
export function valueName(path: FieldPath, value: unknown): string {
  if (value === true) return t('on');
  if (value === false) return t('off');
  const label = typeof value === 'string' && registries[path] && optionLabel(registries[path], value);
  return label || fieldAt(path).kind.write(value);
}

function optionLabel(registry: Labels, key: string): string | null {
  if (key === 'custom') return t('Your own data');
  return Object.hasOwn(registry, key) ? t(registry[key]!.label) : null;
}
