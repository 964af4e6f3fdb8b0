import { type Likelihood, likelihoods, type Task } from '../likelihoods/index.ts';
import { type Method, methods } from '../methods/index.ts';
import { type Prior, priors } from '../priors/index.ts';
import type { Choice } from './fields/MenuField.tsx';

/** Why a method cannot run with a prior; undefined where it can. */
function refusal(method: Method, prior: Prior): string | undefined {
  if (!method.curvature || prior.precision) return undefined;
  return `${method.label} needs a prior of one curvature everywhere: not ${prior.label}.`;
}

/** The methods, those refused that do not go with the prior. */
export function methodChoices(prior: Prior): Choice[] {
  return Object.entries(methods).map(([value, method]) => ({
    value,
    label: method.label,
    refused: refusal(method, prior),
  }));
}

/** The priors, those refused that the method cannot work with. */
export function priorChoices(method: Method): Choice[] {
  return Object.entries(priors).map(([value, prior]) => ({
    value,
    label: prior.label,
    refused: refusal(method, prior),
  }));
}

/** The likelihoods of a task. classes: that the data tell apart; those refused that know fewer. */
export function likelihoodChoices(task: Task, classes: number): Choice[] {
  return Object.entries<Likelihood>(likelihoods)
    .filter(([, likelihood]) => likelihood.task === task)
    .map(([value, likelihood]) => ({
      value,
      label: likelihood.label,
      refused:
        likelihood.task === 'classification' && classes > likelihood.mostClasses
          ? `${likelihood.label}, and the data have ${classes}.`
          : undefined,
    }));
}
