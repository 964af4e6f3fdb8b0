import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requiresRestart, setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment, sameValue, valueAt } from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { type FieldPath, fieldPaths } from '../../../src/experiment/document/fields.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { anyExperiment, runs } from './anyExperiment.ts';

function changed(changes: Record<string, unknown>, before: Experiment = defaultExperiment()): Experiment {
  const result = setFields(before, changes);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.experiment;
}

describe('setFields', () => {
  test('sets what it is told and keeps everything else, to the object', () => {
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

  test('a change to what is already so is no change', () => {
    const before = defaultExperiment();
    expect(changed({ seed: before.seed, 'network.hidden': [...before.network.hidden] }, before)).toBe(before);
  });

  test('all or none: with one fault nothing changes', () => {
    expect(
      setFields(defaultExperiment(), { 'prior.sigma': 2, 'inference.samples': 0, 'prior.width': 1 }),
    ).toEqual({
      faults: [
        { path: 'inference.samples', message: 'inference.samples: 0 is not between 1 and 64' },
        { path: 'prior.width', message: expect.stringMatching(/^prior\.width: no such field/) },
      ],
    });
    expect(setFields(defaultExperiment(), { 'prior.sigma2': 3 })).toMatchObject({
      faults: [{ path: 'prior.sigma1' }],
    });
  });

  test('another data set brings its own size and noise', () => {
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

  test('points that become custom take nothing with them; leaving custom clears them', () => {
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

  test('the complexity cost follows the prior to what it allows', () => {
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

  test('from any experiment, any other is reached in one change; half a change is legal or refused', () => {
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

describe('requiresRestart', () => {
  const before = defaultExperiment();
  test.each([
    { seed: 2 },
    { 'network.hidden': [] },
    { 'network.activation': 'sin' },
    { 'inference.initialSigma': 0.5 },
    { 'dataset.standardize': false },
    { 'dataset.id': 'cubic' },
  ])('%j starts anew', (changes) => {
    expect(requiresRestart(before, changed(changes))).toBe(true);
  });

  test.each([
    {},
    { 'dataset.size': 7 },
    { 'dataset.noise': 0 },
    { 'dataset.id': 'custom', 'dataset.points': [{ x: [1], y: 2 }] },
    { 'prior.kind': 'laplace' },
    { 'likelihood.learn': false },
    { 'inference.samples': 1 },
    { 'view.step': 10 },
  ])('%j goes on', (changes) => {
    expect(requiresRestart(before, changed(changes))).toBe(false);
  });

  test('editing custom points goes on; a registered data set after them starts anew', () => {
    const custom = changed({ 'dataset.id': 'custom', 'dataset.points': [{ x: [1], y: 2 }] });
    expect(requiresRestart(custom, changed({ 'dataset.points': [] }, custom))).toBe(false);
    expect(requiresRestart(custom, changed({ 'dataset.id': 'blundell' }, custom))).toBe(true);
  });

  test('a posterior is sharpened by one draw of all: the switch brings weight sampling, which then stays', () => {
    const recurrent = changed({ 'dataset.id': 'airline', 'inference.estimator': 'flipout' });
    const sharpened = changed({ 'network.sharpening': true }, recurrent);
    expect(sharpened.inference.estimator).toBe('weight-sampling');
    expect(requiresRestart(recurrent, sharpened)).toBe(true);
    expect(setFields(sharpened, { 'inference.estimator': 'flipout' })).toHaveProperty('faults');
    // Networks of other kinds have no such posterior, and every estimator.
    const dense = changed({ 'network.kind': 'dense', 'inference.estimator': 'flipout' }, sharpened);
    expect(dense.network.sharpening).toBe(true);
  });

  test('an experiment never restarts for itself', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(requiresRestart(experiment, structuredClone(experiment))).toBe(false);
        expect(sameValue(experiment, structuredClone(experiment))).toBe(true);
      }),
      runs,
    );
  });
});
