import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { MethodKind } from '../../src/model/methods/index.ts';
import { affordableDraws } from '../../src/worker/meters.ts';
import { smallExperiment } from './experimentForTests.ts';
import { startLoop } from './loopHarness.ts';

function by(method: MethodKind, more: Partial<Experiment['inference']> = {}): Experiment {
  return { ...smallExperiment, inference: { ...smallExperiment.inference, method, ...more } };
}

function begin(experiment: Experiment, steps: number) {
  const loop = startLoop();
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  loop.receive({ type: 'train', runId: 1, steps, order: 1 });
  return loop;
}

test('chains continue when only the prediction changes', async () => {
  const loop = begin(by('hmc'), 430);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const changed = by('hmc');
  const pictures = loop.reportsOf('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...changed, prediction: { ...changed.prediction, interval: 0.5 } },
  });
  await loop.until(() => loop.reportsOf('progressed').length > pictures);
  const { step, chains } = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect([step, chains!.draws]).toEqual([430, 30]);
});

test('members of an ensemble continue when the prior changes', async () => {
  const loop = begin(by('deep-ensemble', { samples: 3 }), 30);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const before = loop.reportsOf('progressed').at(-1)!.snapshot.weights.mu;
  const changed = by('deep-ensemble', { samples: 3 });
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...changed, prior: { ...changed.prior, sigma: 0.1 } },
  });
  const pictures = loop.reportsOf('progressed').length;
  await loop.until(() => loop.reportsOf('progressed').length > pictures);
  expect(loop.reportsOf('progressed').at(-1)!.snapshot.weights.mu).toEqual(before);
});

test('a checkpoint of chains contains all their draws', async () => {
  const loop = begin(by('hmc'), 430);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const { state } = loop.reportsOf('checkpoint').at(-1)!;
  expect(state.chains).toMatchObject({ kept: 30 });
  const { chains, gradientVariance } = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect(chains).toMatchObject({ chains: 2, warmupLeft: 0 });
  expect(gradientVariance).toBeNull();
});

test('a snapshot of a paused run measures the variance of every estimator’s gradient, least for local reparameterisation', async () => {
  const loop = begin(by('bayes-by-backprop'), 200);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const { gradientVariance, calibration } = loop.reportsOf('progressed').at(-1)!.snapshot;
  const local = gradientVariance!['local-reparameterization']!;
  const sampled = gradientVariance!['weight-sampling']!;
  for (const kind of ['gradient', 'cost'] as const) {
    expect(local[kind]).toBeGreaterThan(0);
    expect(local[kind]).toBeLessThan(sampled[kind]);
  }
  expect(calibration).toMatchObject({ points: 'training', metrics: { n: 8 } });
});

test('before the first step nothing is scored: the predictions are the prior’s', async () => {
  const loop = startLoop();
  loop.receive({
    type: 'start',
    runId: 1,
    experiment: smallExperiment,
    checkpoint: null,
    distrustGpu: false,
  });
  await loop.until(() => loop.reportsOf('progressed').length === 1);
  expect(loop.reportsOf('progressed')[0]!.snapshot.calibration).toBeNull();
});

test('a large network has fewer gradients measured, a huge one none', () => {
  const draws = (hidden: number[]) =>
    affordableDraws(prepareProblem({ ...smallExperiment, network: { ...smallExperiment.network, hidden } }));
  expect(draws([6])).toBe(64);
  expect(draws([100, 100])).toBeLessThan(64);
  expect(draws([512, 512])).toBe(0);
});
