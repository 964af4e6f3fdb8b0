import {
  type Dataset,
  datasets,
  type PlaneDataset,
  type SequenceDataset,
} from '../../model/datasets/index.ts';
import { networks } from '../../model/networks/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import { priors } from '../../model/priors/index.ts';
import type { Experiment } from './experiment.ts';
import type { At } from './fields.ts';

/** The registered data set, or null for custom points. */
function registered(at: At): Dataset | null {
  const id = at('dataset.id');
  return id === 'custom' ? null : datasets[id];
}

/** The registered data set if it has classes in the plane, else null. */
export function planeOf(at: At): PlaneDataset | null {
  const dataset = registered(at);
  return dataset?.kind === 'plane' ? dataset : null;
}

/** Whether the data are images, registered or custom. */
export function areImages(at: At): boolean {
  return registered(at)?.kind === 'images' || at('dataset.images');
}

/** The registered data set if it is a series, else null. */
export function sequenceOf(at: At): SequenceDataset | null {
  const dataset = registered(at);
  return dataset?.kind === 'sequence' ? dataset : null;
}

/** The kind of network that suits the kind of data. */
export function defaultNetwork(at: At): Experiment['network']['kind'] {
  if (areImages(at)) return 'convolutional';
  return sequenceOf(at) ? 'recurrent' : 'dense';
}

/** Size and noise of generated data. Recorded and custom data have neither; the values are placeholders. */
export function generatedDefaults(at: At): { readonly size: number; readonly noise: number } {
  return registered(at)?.generated ?? { size: 100, noise: 0 };
}

/** The task of a registered data set; regression for custom points. */
export function defaultTask(at: At): Experiment['dataset']['task'] {
  return registered(at)?.task ?? 'regression';
}

/** Gaussian for regression, Bernoulli for two classes, categorical for more classes and for images. */
export function defaultLikelihood(at: At): Experiment['likelihood']['kind'] {
  if (at('dataset.task') === 'regression') return 'gaussian';
  const many =
    areImages(at) || at('dataset.classes') > 2 || at('dataset.points').some((point) => point.y > 1);
  return many ? 'categorical' : 'bernoulli';
}

/** The usual rate of the optimiser, scaled for the kind of network. */
export function defaultLearningRate(at: At): number {
  return optimizers[at('inference.optimizer.kind')].rates.usual * networks[at('network.kind')].pace;
}

/** Analytic where the KL from the prior has a closed form. */
export function defaultKl(at: At): Experiment['inference']['kl'] {
  return priors[at('prior.kind')].divergence ? 'analytic' : 'monte-carlo';
}

/** Whether the noise is learned: as the data set says; true for custom points. */
export function defaultLearnNoise(at: At): boolean {
  const dataset = registered(at);
  return dataset?.kind === 'curve' || dataset?.kind === 'sequence' ? dataset.likelihood.learn : true;
}

/** Initial noise in the data's units: as the data set says; for custom points a thirtieth of the plot's height. */
export function defaultLikelihoodNoise(at: At): number {
  const dataset = registered(at);
  if (dataset?.kind === 'curve' || dataset?.kind === 'sequence') return dataset.likelihood.noise;
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
