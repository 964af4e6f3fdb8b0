import { describe, expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import type { FieldPath } from '../../../src/experiment/document/fields.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { estimators } from '../../../src/model/estimators/index.ts';
import { methods } from '../../../src/model/methods/index.ts';
import { networks } from '../../../src/model/networks/index.ts';
import { priors } from '../../../src/model/priors/index.ts';
import { likelihoodChoices } from '../../../src/panels/controls/choices.ts';
import { refusalsOf } from '../../../src/panels/controls/fields/useRefusals.ts';

const classification = likelihoodChoices('classification').map(({ value }) => value);

function experiment(changes: Record<string, unknown>): Experiment {
  const result = setFields(defaultExperiment(), changes);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join());
  return result.experiment;
}

/** The disabled entries of a menu, with their reasons. */
function refused(changes: Record<string, unknown>, path: FieldPath, values: readonly string[]) {
  const refusals = refusalsOf(experiment(changes), path, values);
  return Object.fromEntries(
    values.flatMap((value, i) => (refusals[i] === null ? [] : [[value, refusals[i]]])),
  );
}

describe('a menu disables entries that conflict with the rest of the experiment', () => {
  test('methods, priors and networks, from each side', () => {
    const kinds = Object.keys(methods);
    const curvature = (prior: string) =>
      `Laplace, diagonal needs a prior with the same curvature everywhere; the prior “${prior}” has none`;
    expect(refused({}, 'inference.method', kinds)).toEqual({});
    expect(refused({ 'prior.kind': 'scale-mixture' }, 'inference.method', kinds)).toEqual({
      laplace: curvature('Scale mixture'),
    });
    const uneven = refused({ 'inference.method': 'laplace' }, 'prior.kind', Object.keys(priors));
    expect(uneven).toMatchObject({
      'scale-mixture': curvature('Scale mixture'),
      laplace: curvature('Laplace'),
    });
    expect(uneven).not.toHaveProperty('gaussian');
    expect(refused({ 'inference.method': 'hmc' }, 'prior.kind', Object.keys(priors))).toEqual({});
    const dropout = 'MC dropout works for fully connected networks only';
    expect(refused({ 'dataset.id': 'airline' }, 'inference.method', kinds)).toEqual({
      'mc-dropout': dropout,
      laplace: 'Laplace, diagonal works for fully connected networks only',
    });
    const series = { 'dataset.id': 'airline', 'network.kind': 'dense', 'inference.method': 'mc-dropout' };
    expect(refused(series, 'network.kind', Object.keys(networks))).toEqual({
      convolutional: 'Convolutions need square images; these data have 12 inputs',
      recurrent: dropout,
    });
  });

  test('data sets whose network the method cannot train', () => {
    const ids = Object.keys(datasets) as (keyof typeof datasets)[];
    const bringsNetwork = ids.filter((id) => ['images', 'sequence'].includes(datasets[id].kind));
    const dropout = { 'inference.method': 'mc-dropout' };
    expect(Object.keys(refused(dropout, 'dataset.id', ids))).toEqual(bringsNetwork);
    expect(refused({}, 'dataset.id', ids)).toEqual({});
  });

  test('likelihoods that support fewer classes than the data have', () => {
    const regression = likelihoodChoices('regression').map(({ value }) => value);
    expect(classification).toEqual(expect.arrayContaining(['bernoulli', 'categorical']));
    expect(regression).toEqual(expect.arrayContaining(['gaussian', 'heteroscedastic']));
    expect(classification.filter((kind) => regression.includes(kind))).toEqual([]);
    expect(refused({ 'dataset.id': 'moons' }, 'likelihood.kind', classification)).toEqual({});
    const few = 'The likelihood “Bernoulli: two classes” is for 2 classes; these data have more';
    expect(refused({ 'dataset.id': 'iris' }, 'likelihood.kind', classification)).toEqual({ bernoulli: few });
    const points = [0, 1, 2].map((y) => ({ x: [y, y, y], y }));
    const own = { 'dataset.id': 'custom', 'dataset.task': 'classification', 'dataset.points': points };
    expect(refused({ ...own, 'likelihood.kind': 'categorical' }, 'likelihood.kind', classification)).toEqual({
      bernoulli: few,
    });
    expect(refused({ 'dataset.id': 'digits' }, 'likelihood.kind', classification)).toEqual({
      bernoulli: 'Images need a likelihood for any number of classes',
    });
  });

  test('estimators that a recurrent network, or its sharpened posterior, excludes', () => {
    const kinds = Object.keys(estimators);
    const local =
      'Local reparameterisation draws anew at every step of a series; a recurrent network needs one draw for all';
    expect(refused({}, 'inference.estimator', kinds)).toEqual({});
    expect(refused({ 'dataset.id': 'airline' }, 'inference.estimator', kinds)).toEqual({
      'local-reparameterization': local,
    });
    expect(
      refused({ 'dataset.id': 'airline', 'network.sharpening': true }, 'inference.estimator', kinds),
    ).toEqual({
      'local-reparameterization': local,
      flipout: 'Flipout draws anew for every example; a sharpened posterior needs one draw for all',
    });
  });

  test('the analytic KL of a prior that has none', () => {
    expect(refused({ 'prior.kind': 'scale-mixture' }, 'inference.kl', ['analytic', 'monte-carlo'])).toEqual({
      analytic: 'The prior “Scale mixture” has no analytic KL; choose Monte Carlo',
    });
    expect(refused({ 'prior.kind': 'laplace' }, 'inference.kl', ['analytic', 'monte-carlo'])).toEqual({});
  });

  test('convolutions, if the image is too small for their number', () => {
    const points = [0, 1].map((y) => ({ x: Array<number>(36).fill(y), y }));
    const images = {
      'dataset.id': 'custom',
      'dataset.task': 'classification',
      'dataset.images': true,
      'dataset.points': points,
      'likelihood.kind': 'categorical',
      'network.channels': [4, 4, 4],
      'network.kind': 'dense',
    };
    expect(refused(images, 'network.kind', Object.keys(networks))).toEqual({
      convolutional: 'Each convolution halves the image; 6 × 6 pixels allow 2 convolutions',
    });
  });

  test('the current choice is never disabled', () => {
    for (const id of Object.keys(datasets)) {
      const now = experiment({ 'dataset.id': id });
      expect(refusalsOf(now, 'network.kind', [now.network.kind])).toEqual([null]);
      expect(refusalsOf(now, 'likelihood.kind', [now.likelihood.kind])).toEqual([null]);
      expect(refusalsOf(now, 'inference.estimator', [now.inference.estimator])).toEqual([null]);
    }
  });
});
