import type { Experiment } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { type Dataset, datasets } from '../../model/datasets/index.ts';
import { type EstimatorKind, estimators } from '../../model/estimators/index.ts';
import { type Likelihood, likelihoods, type Task } from '../../model/likelihoods/index.ts';
import { type Method, methods } from '../../model/methods/index.ts';
import { imageSide, type NetworkKind, networks } from '../../model/networks/index.ts';
import { type Prior, priors } from '../../model/priors/index.ts';
import type { Choice } from './fields/MenuField.tsx';

/** What the pictures of each kind of data are called. */
const datasetGroups = {
  curve: 'A curve',
  plane: 'Classes in the plane',
  images: 'Images',
  sequence: 'Series',
} as const;

/** The registered data sets, those of a kind together. */
export function datasetChoices(): Choice[] {
  return Object.entries<Dataset>(datasets).map(([value, { label, kind }]) => ({
    value,
    label: t(label),
    group: t(datasetGroups[kind]),
  }));
}

/** Why a method cannot run with a prior or a network; undefined where it can. */
function refusal(method: Method, prior: Prior, network: NetworkKind = 'dense'): string | undefined {
  const name = t(method.label);
  if (method.denseOnly && network !== 'dense')
    return t('{method} works for fully connected networks only.', { method: name });
  if (!method.curvature || prior.precision) return undefined;
  return t('{method} needs a prior of one curvature everywhere: not {prior}.', {
    method: name,
    prior: t(prior.label),
  });
}

/** The methods, those refused that do not go with the prior or the network. */
export function methodChoices(prior: Prior, network: NetworkKind): Choice[] {
  return Object.entries(methods).map(([value, method]) => ({
    value,
    label: t(method.label),
    refused: refusal(method, prior, network),
  }));
}

/** The priors, those refused that the method cannot work with. */
export function priorChoices(method: Method): Choice[] {
  return Object.entries(priors).map(([value, prior]) => ({
    value,
    label: t(prior.label),
    refused: refusal(method, prior),
  }));
}

/** The likelihoods of a task. classes: that the data tell apart; those refused that know fewer. */
export function likelihoodChoices(task: Task, classes: number): Choice[] {
  return Object.entries<Likelihood>(likelihoods)
    .filter(([, likelihood]) => likelihood.task === task)
    .map(([value, likelihood]) => ({
      value,
      label: t(likelihood.label),
      refused:
        likelihood.task === 'classification' && classes > likelihood.maxClasses
          ? t('{likelihood}, and the data have {classes}.', { likelihood: t(likelihood.label), classes })
          : undefined,
    }));
}

/** The estimators, those refused that the network rules out. */
export function estimatorChoices({ kind, sharpening }: Experiment['network']): Choice[] {
  return (Object.keys(estimators) as EstimatorKind[]).map((value) => ({
    value,
    label: t(estimators[value].label),
    refused:
      kind === 'recurrent' && !estimators[value].supportsRecurrent
        ? t('{estimator} draws anew at every step of a series; a recurrent network keeps one draw.', {
            estimator: t(estimators[value].label),
          })
        : kind === 'recurrent' && sharpening && !estimators[value].sharesWeightsAcrossBatch
          ? t('{estimator} draws anew for every example; a sharpened posterior moves one draw of all.', {
              estimator: t(estimators[value].label),
            })
          : undefined,
  }));
}

/** The kinds of network, those refused that the data or the method rule out. inputs: numbers of one row. */
export function networkChoices(inputs: number, method: Method): Choice[] {
  const side = imageSide(inputs);
  return (Object.keys(networks) as NetworkKind[]).map((value) => ({
    value,
    label: t(networks[value].label),
    refused:
      value === 'convolutional' && (side === null || side < 2)
        ? t('A convolution needs square images; these data are none.')
        : value === 'recurrent' && inputs < 2
          ? t('A recurrent network reads a series; these data have one input.')
          : value !== 'dense' && method.denseOnly
            ? t('{method} works for fully connected networks only.', { method: t(method.label) })
            : undefined,
  }));
}
