import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, reaches, setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment, sameValue, valueAt } from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { type Effect, effects, type FieldPath, fieldPaths } from '../../../src/experiment/document/fields.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { anyExperiment, runs } from './anyExperiment.ts';

function changed(changes: Record<string, unknown>, before: Experiment = defaultExperiment()): Experiment {
  const result = setFields(before, changes);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.experiment;
}

describe('setFields', () => {
  test('sets the given fields and keeps every other object by identity', () => {
    const before = defaultExperiment();
    const after = changed({ 'inference.optimizer.learningRate': 0.5, 'prior.sigma': 2 }, before);
    expect(after).toEqual({
      ...before,
      prior: { ...before.prior, sigma: 2 },
      inference: { ...before.inference, optimizer: { kind: 'adam', learningRate: 0.5 } },
    });
    expect(after.dataset).toBe(before.dataset);
    expect(after.view).toBe(before.view);
  });

  test('setting a field to its current value changes nothing', () => {
    const before = defaultExperiment();
    expect(changed({ seed: before.seed, 'network.hidden': [...before.network.hidden] }, before)).toBe(before);
  });

  test('with one fault nothing changes', () => {
    expect(
      setFields(defaultExperiment(), { 'prior.sigma': 2, 'inference.samples': 0, 'prior.width': 1 }),
    ).toMatchObject({
      faults: [
        { path: 'inference.samples', message: 'inference.samples: 0 is not between 1 and 64' },
        { path: 'prior.width', message: expect.stringMatching(/^prior\.width: no such field/) },
      ],
    });
    expect(setFields(defaultExperiment(), { 'prior.sigma2': 3 })).toMatchObject({
      faults: [{ path: 'prior.sigma1' }],
    });
  });

  test('another data set sets its own size and noise', () => {
    const before = changed({ 'dataset.size': 7, 'dataset.noise': 5, 'likelihood.noise': 99 });
    const after = changed({ 'dataset.id': 'cubic' }, before);
    expect(after.dataset).toMatchObject({
      size: datasets.cubic.generated?.size,
      noise: datasets.cubic.generated?.noise,
    });
    expect(after.likelihood.noise).toBe(changed({ 'dataset.id': 'cubic' }).likelihood.noise);
    expect(changed({ 'dataset.id': 'cubic', 'dataset.size': 9 }, before).dataset.size).toBe(9);
  });

  test('the same data set again keeps size and noise', () => {
    expect(changed({ 'dataset.id': 'blundell' }, changed({ 'dataset.size': 7 })).dataset.size).toBe(7);
  });

  test('points that become custom keep the other settings; leaving custom clears them', () => {
    const before = changed({ 'dataset.size': 7, 'likelihood.noise': 3 });
    const points = [{ x: [1], y: 2 }];
    const custom = changed(
      { 'dataset.id': 'custom', 'dataset.points': points, 'dataset.xDomain': [0, 2] },
      before,
    );
    expect(custom.dataset).toMatchObject({ size: 7, points });
    expect(custom.likelihood.noise).toBe(3);
    expect(changed({ 'dataset.id': 'blundell' }, custom)).toEqual(defaultExperiment());
  });

  test('the complexity cost changes with the prior to what it allows', () => {
    const mixture = changed({ 'prior.kind': 'scale-mixture' });
    expect(mixture.inference.kl).toBe('monte-carlo');
    expect(changed({ 'prior.kind': 'gaussian' }, mixture).inference.kl).toBe('analytic');
    expect(changed({ 'prior.kind': 'laplace', 'inference.kl': 'monte-carlo' }).inference.kl).toBe(
      'monte-carlo',
    );
    expect(setFields(mixture, { 'inference.kl': 'analytic' })).toMatchObject({
      faults: [{ path: 'inference.kl' }],
    });
  });

  test('one change leads from any experiment to any other; a part of a change is legal or refused', () => {
    fc.assert(
      fc.property(anyExperiment, anyExperiment, fc.subarray(fieldPaths), (before, after, some) => {
        const changes = (paths: readonly FieldPath[]) =>
          Object.fromEntries(paths.map((path) => [path, valueAt(after, path)]));
        expect(changed(changes(fieldPaths), before)).toEqual(after);
        const half = setFields(before, changes(some));
        if ('experiment' in half) expect(resolveExperiment(half.experiment)).toEqual(half);
        else expect(half.faults.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  test('keys of prototypes are unknown fields', () => {
    const changes = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}');
    expect(setFields(defaultExperiment(), changes)).toMatchObject({
      faults: [{ path: '__proto__' }, { path: 'constructor' }, { path: 'toString' }],
    });
  });
});

describe('changesBetween', () => {
  const before = defaultExperiment();
  const between = (changes: Record<string, unknown>, from = before) =>
    changesBetween(from, changed(changes, from));
  const points = [{ x: [1], y: 2 }];

  test.each<[Record<string, unknown>, Effect | null]>([
    [{}, null],
    [{ 'view.theme': 'dark', 'view.units': 'bits', 'view.step': 10 }, 'view'],
    [{ 'bandit.seed': 2 }, 'view'],
    [{ 'view.panels': ['predictive', 'cost', 'weights'] }, 'view'],
    [{ 'view.panels': ['predictive', 'cost', 'weights', 'step'] }, 'picture'],
    [{ 'view.panels': ['predictive'] }, 'picture'],
    [{ 'view.engine': 'reference' }, 'picture'],
    [{ 'view.draw': 'frozen' }, 'picture'],
    [{ 'prediction.samples': 7 }, 'picture'],
    [{ 'inference.samples': 1 }, 'objective'],
    [{ 'inference.klWeight': 0.5 }, 'objective'],
    [{ 'inference.optimizer.kind': 'sgd' }, 'objective'],
    [{ 'dataset.size': 7 }, 'posterior'],
    [{ 'dataset.noise': 0 }, 'posterior'],
    [{ 'prior.kind': 'laplace' }, 'posterior'],
    [{ 'likelihood.learn': true }, 'posterior'],
    [{ 'dataset.id': 'custom', 'dataset.points': points }, 'posterior'],
    [{ seed: 2 }, 'shape'],
    [{ 'network.hidden': [] }, 'shape'],
    [{ 'network.activation': 'sin' }, 'shape'],
    [{ 'inference.initialSigma': 0.5 }, 'shape'],
    [{ 'inference.method': 'map' }, 'shape'],
    [{ 'dataset.standardize': false }, 'shape'],
    [{ 'dataset.id': 'cubic' }, 'shape'],
  ])('%j has the effect %s', (changes, effect) => {
    expect(between(changes)).toMatchObject({ effect, restarts: effect === 'shape' });
  });

  test('the strongest effect counts, and all differences are listed in the order of fields', () => {
    expect(between({ 'view.theme': 'dark', 'prior.sigma': 2, 'prior.kind': 'scale-mixture' })).toEqual({
      paths: ['prior.kind', 'prior.sigma', 'inference.kl', 'view.theme'],
      sections: ['prior', 'inference', 'view'],
      effect: 'posterior',
      restarts: false,
    });
  });

  test('reaches is true of the effect itself and of weaker ones', () => {
    const reached = (changes: Record<string, unknown>) =>
      effects.filter((effect) => reaches(between(changes), effect));
    expect(reached({})).toEqual([]);
    expect(reached({ 'prediction.samples': 7 })).toEqual(['view', 'picture']);
    expect(reached({ seed: 2 })).toEqual(effects);
  });

  test('editing custom points continues the run; switching to a registered data set restarts it', () => {
    const custom = changed({ 'dataset.id': 'custom', 'dataset.points': points });
    expect(between({ 'dataset.points': [] }, custom).effect).toBe('posterior');
    expect(between({ 'dataset.id': 'blundell' }, custom).restarts).toBe(true);
  });

  test('a change of the number of members or chains restarts the run; of samples or masks it does not', () => {
    for (const [method, restarts] of [
      ['bayes-by-backprop', false],
      ['mc-dropout', false],
      ['deep-ensemble', true],
      ['hmc', true],
    ] as const) {
      const from = changed({ 'inference.method': method });
      expect(between({ 'inference.samples': 3 }, from).restarts, method).toBe(restarts);
    }
  });

  test('chains restart with every change of what or how they draw, custom points included', () => {
    const chains = changed({ 'inference.method': 'hmc' });
    for (const changes of [
      { 'dataset.id': 'custom', 'dataset.points': points },
      { 'dataset.size': 7 },
      { 'prior.sigma': 2 },
      { 'likelihood.noise': 2 },
      { 'inference.batchSize': 8 },
      { 'inference.klWeight': 0.5 },
    ])
      expect(between(changes, chains).restarts, JSON.stringify(changes)).toBe(true);
    for (const changes of [
      { 'inference.optimizer.learningRate': 0.5 },
      { 'prediction.samples': 7 },
      { 'view.draw': 'frozen' },
      { 'bandit.units': 3 },
    ])
      expect(between(changes, chains).restarts, JSON.stringify(changes)).toBe(false);
  });

  test('a sharpened posterior shares one draw: enabling it selects weight sampling, and refuses others', () => {
    const recurrent = changed({ 'dataset.id': 'airline', 'inference.estimator': 'flipout' });
    const sharpened = changed({ 'network.sharpening': true }, recurrent);
    expect(sharpened.inference.estimator).toBe('weight-sampling');
    expect(changesBetween(recurrent, sharpened).restarts).toBe(true);
    expect(setFields(sharpened, { 'inference.estimator': 'flipout' })).toHaveProperty('faults');
    // Networks of other kinds have no sharpening, and allow every estimator.
    const dense = changed({ 'network.kind': 'dense', 'inference.estimator': 'flipout' }, sharpened);
    expect(dense.network.sharpening).toBe(true);
  });

  test('an experiment and a copy of it do not differ', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const copy = structuredClone(experiment);
        expect(changesBetween(experiment, copy)).toEqual({
          paths: [],
          sections: [],
          effect: null,
          restarts: false,
        });
        expect(sameValue(experiment, copy)).toBe(true);
      }),
      runs,
    );
  });

  test('between any two experiments, setting the differing fields leads from one to the other', () => {
    fc.assert(
      fc.property(anyExperiment, anyExperiment, (one, other) => {
        const { paths } = changesBetween(one, other);
        const differing = Object.fromEntries(paths.map((path) => [path, valueAt(other, path)]));
        const rest = fieldPaths.filter((path) => !paths.includes(path));
        for (const path of rest) expect(sameValue(valueAt(one, path), valueAt(other, path)), path).toBe(true);
        const kept = Object.fromEntries(rest.map((path) => [path, valueAt(one, path)]));
        expect(changed({ ...differing, ...kept }, one)).toEqual(other);
      }),
      runs,
    );
  });
});
