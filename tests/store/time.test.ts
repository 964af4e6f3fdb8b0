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

test('going on from an earlier moment takes the very same steps again', async () => {
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
  expect(state().notices.at(-1)?.text).toContain('Went on from step 5');
});

test('what came after the moment is gone once the run goes on from it', async () => {
  open();
  await trainTo(5);
  await trainTo(12);
  playground.viewStep(5);
  await trainTo(7);
  expect(state().moments.map(({ snapshot }) => snapshot.step)).not.toContain(12);
  expect(state().history.at(-1)?.step).toBe(7);
});

test('looking back changes nothing, and the present is one step away', async () => {
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

test('a change is made to the run as it is, not to the moment that was looked at', async () => {
  open();
  await trainTo(5);
  await trainTo(12);
  playground.viewStep(5);
  playground.change({ 'prior.sigma': 0.7 });
  expect(state().viewed).toBeNull();
  await until(() => state().snapshot?.step === 12);
});

test('a new run has no past', async () => {
  open();
  await trainTo(5);
  playground.viewStep(0);
  playground.rewind();
  expect(state().moments).toEqual([]);
  expect(state().viewed).toBeNull();
});

test('training without end rests at the step that was asked for', async () => {
  open();
  playground.change({ 'view.stopAt': 9 });
  playground.play();
  await until(() => state().run.kind === 'paused' && state().snapshot?.step === 9);
  playground.step(1);
  await until(() => state().run.kind === 'paused' && state().snapshot?.step === 10);
});

describe('convergence', () => {
  /** Converges as soon as it may: the data are so noisy that the prior is all there is. */
  const dull = {
    ...smallExperiment,
    network: { ...smallExperiment.network, hidden: [] },
    likelihood: { ...smallExperiment.likelihood, noise: 100 },
    inference: { ...smallExperiment.inference, initialSigma: 1 },
  };
  const said = () => state().notices.some(({ text }) => text.startsWith('Converged at step'));
  const converges = async () => {
    playground.play();
    await until(() => state().run.kind === 'paused' && state().converged !== null);
  };

  test('is forgotten when what F is made of changes, and found again from there', async () => {
    open(dull);
    await converges();
    expect(said()).toBe(true);
    const first = state().converged!.step;
    playground.change({ 'prediction.interval': 0.5 });
    expect(state().converged).not.toBeNull();
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().converged).toBeNull();
    expect(said()).toBe(false);
    // It had come to rest by itself: it goes on by itself.
    expect(state().run.kind).toBe('training');
    await until(() => state().run.kind === 'paused' && state().converged !== null);
    // Steps before the change were of another F.
    expect(state().converged!.step).toBeGreaterThanOrEqual(first + 3000);
  });

  test('whoever paused it is not overruled by a change', async () => {
    open(dull);
    await converges();
    playground.play();
    expect(said()).toBe(false);
    playground.pause();
    await until(() => state().run.kind === 'paused');
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().run.kind).toBe('paused');
  });

  test('nothing goes on by itself while a step is taken apart, or after a pause that was asked for', async () => {
    open({ ...dull, view: { ...dull.view, panels: ['predictive', 'step'] } });
    await converges();
    playground.change({ 'prior.sigma': 1.1 });
    expect(state().run.kind).toBe('paused');
    playground.change({ 'view.panels': ['predictive'] });
    await converges();
    playground.pause();
    playground.change({ 'prior.sigma': 1.2 });
    expect(state().run.kind).toBe('paused');
  });

  test('is forgotten by Rewind, and by going on from before it', async () => {
    open(dull);
    await converges();
    playground.viewBeside(-200);
    playground.step(1);
    expect(state().converged).toBeNull();
    expect(said()).toBe(false);
    await converges();
    playground.rewind();
    expect(state().converged).toBeNull();
    expect(said()).toBe(false);
  });
});
