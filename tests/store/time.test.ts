import { afterEach, describe, expect, test } from 'vitest';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker } from '../worker/workerStandIn.ts';

let playground: Playground;
const state = () => playground.store.getState();
afterEach(() => playground.dispose());

function open(experiment = smallExperiment): void {
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({ ...handlers, createWorker: () => threadlessWorker() as unknown as Worker }),
    experiment,
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot || now.moments !== before.moments)
      setImmediate(() => playground.drawn());
  });
}

async function trainTo(step: number): Promise<void> {
  const now = state().viewed ?? state().moments.at(-1)?.snapshot.step ?? 0;
  playground.step(step - now);
  await until(() => state().run.kind === 'paused' && state().snapshot?.step === step);
}

test('training from an earlier step repeats the same steps', async () => {
  open();
  await trainTo(5);
  await trainTo(12);
  const first = state().snapshot!;
  playground.viewStep(5);
  expect(state().viewed).toBe(5);
  expect(state().snapshot?.step).toBe(5);
  await trainTo(12);
  expect(state().viewed).toBeNull();
  expect(state().snapshot!.weights.mu).toEqual(first.weights.mu);
  expect(state().snapshot!.weights.sigma).toEqual(first.weights.sigma);
  expect(state().notices.at(-1)?.text).toContain('continues from step 5');
});

test('training from an earlier step discards the later ones', async () => {
  open();
  await trainTo(5);
  await trainTo(12);
  playground.viewStep(5);
  await trainTo(7);
  expect(state().moments.map(({ snapshot }) => snapshot.step)).not.toContain(12);
  expect(state().history.at(-1)?.step).toBe(7);
});

test('viewing an earlier step changes nothing, and the last step is one action away', async () => {
  open();
  await trainTo(5);
  await trainTo(12);
  const steps = state().moments.map(({ snapshot }) => snapshot.step);
  playground.viewBeside(-1);
  expect(state().viewed).toBe(steps.at(-2));
  playground.viewBeside(1);
  expect(state().viewed).toBeNull();
  expect(state().snapshot?.step).toBe(12);
  playground.viewStep(0);
  playground.viewStep(null);
  expect(state().viewed).toBeNull();
  expect(state().moments.map(({ snapshot }) => snapshot.step)).toEqual(steps);
});

test('with view.continue a change applies to the current run, not to the viewed step', async () => {
  open({ ...smallExperiment, view: { ...smallExperiment.view, continue: true } });
  await trainTo(5);
  await trainTo(12);
  playground.viewStep(5);
  playground.change({ 'prior.sigma': 0.7 });
  expect(state().viewed).toBeNull();
  await until(() => state().snapshot?.step === 12);
});

test('a new run has no earlier steps', async () => {
  open();
  await trainTo(5);
  playground.viewStep(0);
  playground.rewind();
  expect(state().moments).toEqual([]);
  expect(state().viewed).toBeNull();
});

test('unlimited training pauses at the requested step', async () => {
  open();
  playground.change({ 'view.stopAt': 9 });
  playground.play();
  await until(() => state().run.kind === 'paused' && state().snapshot?.step === 9);
  playground.step(1);
  await until(() => state().run.kind === 'paused' && state().snapshot?.step === 10);
});

describe('convergence', () => {
  /** Converges as soon as possible: the data are so noisy that the posterior is nearly the prior. */
  const fastConverging = {
    ...smallExperiment,
    network: { ...smallExperiment.network, hidden: [] },
    likelihood: { ...smallExperiment.likelihood, noise: 100 },
    inference: { ...smallExperiment.inference, initialSigma: 1 },
  };
  const isConvergenceReported = () =>
    state().notices.some(({ text }) => text.startsWith('Converged at step'));
  const converges = async () => {
    playground.play();
    await until(() => state().run.kind === 'paused' && state().converged !== null);
  };

  test('is reset when F changes, and found again by the run that begins', async () => {
    open(fastConverging);
    await converges();
    expect(isConvergenceReported()).toBe(true);
    playground.change({ 'prediction.interval': 0.5 });
    expect(state().converged).not.toBeNull();
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().converged).toBeNull();
    expect(isConvergenceReported()).toBe(false);
    // It had come to rest by itself, so the new run trains.
    expect(state().run.kind).toBe('training');
    await until(() => state().run.kind === 'paused' && state().converged !== null);
    expect(state().converged!.continued).toBe(false);
  });

  test('of a run that continued after a change says only that F no longer falls', async () => {
    open({ ...fastConverging, view: { ...fastConverging.view, continue: true } });
    await converges();
    const first = state().converged!.step;
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().converged).toBeNull();
    expect(state().run.kind).toBe('training');
    await until(() => state().run.kind === 'paused' && state().converged !== null);
    // Earlier steps had another F.
    expect(state().converged!.step).toBeGreaterThanOrEqual(first + 2000);
    expect(state().converged!.continued).toBe(true);
    expect(isConvergenceReported()).toBe(false);
    expect(state().notices.at(-1)?.text).toMatch(/^F no longer falls at step/);
  });

  test('a change does not resume a run that a person paused', async () => {
    open(fastConverging);
    await converges();
    playground.play();
    expect(isConvergenceReported()).toBe(false);
    playground.pause();
    await until(() => state().run.kind === 'paused');
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().run.kind).toBe('idle');
  });

  test('a change does not resume training while a step is inspected, or after a requested pause', async () => {
    open({ ...fastConverging, view: { ...fastConverging.view, panels: ['predictive', 'step'] } });
    await converges();
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().run.kind).toBe('idle');
    playground.change({ 'view.panels': ['predictive'] });
    await converges();
    playground.pause();
    playground.change({ 'prior.sigma': 1.2 });
    expect(state().run.kind).toBe('idle');
  });

  test('is reset by Rewind, and by training from before it', async () => {
    open(fastConverging);
    await converges();
    playground.viewBeside(-200);
    playground.step(1);
    expect(state().converged).toBeNull();
    expect(isConvergenceReported()).toBe(false);
    await converges();
    playground.rewind();
    expect(state().converged).toBeNull();
    expect(isConvergenceReported()).toBe(false);
  });
});
