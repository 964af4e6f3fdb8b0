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

/** The registered data set that is chosen; null for custom points. */
function registered(at: At): Dataset | null {
  const id = at('dataset.id');
  return id === 'custom' ? null : datasets[id];
}

/** The same where it has classes in the plane. */
export function planeOf(at: At): PlaneDataset | null {
  const dataset = registered(at);
  return dataset?.kind === 'plane' ? dataset : null;
}

/** Whether the data are images: a registered set of them, or a person's own. */
export function areImages(at: At): boolean {
  return registered(at)?.kind === 'images' || at('dataset.images');
}

/** The same where it is a series. */
export function sequenceOf(at: At): SequenceDataset | null {
  const dataset = registered(at);
  return dataset?.kind === 'sequence' ? dataset : null;
}

/** The network that the kind of data asks for. */
export function defaultNetwork(at: At): Experiment['network']['kind'] {
  if (areImages(at)) return 'convolutional';
  return sequenceOf(at) ? 'recurrent' : 'dense';
}

/** Where the controls of generated data stand; for recorded and custom data they mean nothing. */
export function generatedDefaults(at: At): { readonly size: number; readonly noise: number } {
  return registered(at)?.generated ?? { size: 100, noise: 0 };
}

/** What a registered data set asks; custom points are numbers until somebody says otherwise. */
export function defaultTask(at: At): Experiment['dataset']['task'] {
  return registered(at)?.task ?? 'regression';
}

/** Gaussian for numbers; Bernoulli for two classes, categorical for more. */
export function defaultLikelihood(at: At): Experiment['likelihood']['kind'] {
  if (at('dataset.task') === 'regression') return 'gaussian';
  const many =
    areImages(at) || at('dataset.classes') > 2 || at('dataset.points').some((point) => point.y > 1);
  return many ? 'categorical' : 'bernoulli';
}

/** What suits the optimiser, and the kind of network. */
export function defaultLearningRate(at: At): number {
  return optimizers[at('inference.optimizer.kind')].rates.usual * networks[at('network.kind')].pace;
}

/** Exact where the prior has a closed form. */
export function defaultKl(at: At): Experiment['inference']['kl'] {
  return priors[at('prior.kind')].divergence ? 'analytic' : 'monte-carlo';
}

/** Whether the noise is learned: as the data set says; of custom points, yes. */
export function defaultLearnNoise(at: At): boolean {
  const dataset = registered(at);
  return dataset?.kind === 'curve' || dataset?.kind === 'sequence' ? dataset.likelihood.learn : true;
}

/** Where the noise starts, in the data's units: as the data set says; of custom points a thirtieth of the plot's height. */
export function defaultLikelihoodNoise(at: At): number {
  const dataset = registered(at);
  if (dataset?.kind === 'curve' || dataset?.kind === 'sequence') return dataset.likelihood.noise;
  const noise = Number((plotHeight(at) / 30).toPrecision(1));
  return noise > 0 ? noise : 0.1;
}

/** Custom points without axes of their own are drawn in the middle half of the plot. */
function plotHeight(at: At): number {
  const [low, high] = at('dataset.yDomain') ?? [0, 0];
  if (high > low) return high - low;
  const ys = at('dataset.points').map((point) => point.y);
  const first = ys[0] ?? 0;
  return 2 * (ys.reduce((a, b) => Math.max(a, b), first) - ys.reduce((a, b) => Math.min(a, b), first));
}
