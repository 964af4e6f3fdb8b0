import {
  datasetOfKind,
  type PlaneDataset,
  registeredDataset,
  type SequenceDataset,
} from '../../model/datasets/index.ts';
import { networks } from '../../model/networks/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import { priors } from '../../model/priors/index.ts';
import { dataDefaults } from './dataKinds.ts';
import type { Experiment } from './experiment.ts';
import type { At } from './fields.ts';

/** The registered data set if it has classes in the plane, else null. */
export function planeOf(at: At): PlaneDataset | null {
  return datasetOfKind(at('dataset.id'), 'plane');
}

/** The registered data set if it is a series, else null. */
export function sequenceOf(at: At): SequenceDataset | null {
  return datasetOfKind(at('dataset.id'), 'sequence');
}

/** Size and noise of generated data. Recorded and custom data have neither; the values are placeholders. */
export function generatedDefaults(at: At): { readonly size: number; readonly noise: number } {
  return registeredDataset(at('dataset.id'))?.generated ?? { size: 100, noise: 0 };
}

/** The task of a registered data set; regression for custom points. */
export function defaultTask(at: At): Experiment['dataset']['task'] {
  return registeredDataset(at('dataset.id'))?.task ?? 'regression';
}

/** Gaussian for regression, Bernoulli for two classes, categorical for more classes and for images. */
export function defaultLikelihood(at: At): Experiment['likelihood']['kind'] {
  if (at('dataset.task') === 'regression') return 'gaussian';
  const categorical =
    dataDefaults(at).categorical ||
    at('dataset.classes') > 2 ||
    at('dataset.points').some((point) => point.y > 1);
  return categorical ? 'categorical' : 'bernoulli';
}

/** The usual rate of the optimiser, scaled for the kind of network. */
export function defaultLearningRate(at: At): number {
  return optimizers[at('inference.optimizer.kind')].rates.usual * networks[at('network.kind')].pace;
}

/** Analytic where the KL from the prior has a closed form. */
export function defaultKl(at: At): Experiment['inference']['kl'] {
  return priors[at('prior.kind')].divergence ? 'analytic' : 'monte-carlo';
}

/**
 * Whether the noise is learned: the data set's default. Custom points: learned where the axes are fitted to them (imported
 * measurements of unknown noise), given where the axes are set (points drawn in the plot).
 */
export function defaultLearnNoise(at: At): boolean {
  return dataDefaults(at).likelihood?.learn ?? at('dataset.yDomain') === null;
}

/** Initial noise in the data's units: the data set's default; for custom points a thirtieth of the plot's height. */
export function defaultLikelihoodNoise(at: At): number {
  const known = dataDefaults(at).likelihood;
  if (known) return known.noise;
  const noise = Number((plotHeight(at) / 30).toPrecision(1));
  return noise > 0 ? noise : 0.1;
}

/** Height of the plot in the data's units. Without a y domain, custom points take up the middle half of it. */
function plotHeight(at: At): number {
  const [low, high] = at('dataset.yDomain') ?? [0, 0];
  if (high > low) return high - low;
  const ys = at('dataset.points').map((point) => point.y);
  const first = ys[0] ?? 0;
  return 2 * (ys.reduce((a, b) => Math.max(a, b), first) - ys.reduce((a, b) => Math.min(a, b), first));
}
