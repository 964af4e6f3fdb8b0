import { afterEach, describe, expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../src/experiment/link/link.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker } from '../worker/workerStandIn.ts';

let playground: Playground;
const opened: Playground[] = [];
const state = () => playground.store.getState();
afterEach(() => {
  for (const one of opened.splice(0)) one.dispose();
});

function open(experiment = smallExperiment): void {
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({ ...handlers, createWorker: () => threadlessWorker() as unknown as Worker }),
    experiment,
  });
  opened.push(playground);
  const { store, drawn } = playground;
  store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(drawn);
  });
}

async function trained(steps: number): Promise<void> {
  playground.step(steps);
  await until(
    () => state().run.kind === 'paused' && state().snapshot?.step === state().moments.at(-1)?.snapshot.step,
  );
  await until(
    () => state().run.kind === 'paused' && state().snapshot?.step === (state().run as { step: number }).step,
  );
}

const trains = (beyond: number) => until(() => (state().snapshot?.step ?? 0) > beyond);

/** Everything of the last snapshot that depends on the parameters. */
const picture = () => {
  const { step, weights, predictive, freeEnergy } = state().snapshot!;
  return { step, mu: weights.mu, sigma: weights.sigma, predictive, freeEnergy };
};

describe('a change of the posterior', () => {
  test.each<[string, () => unknown]>([
    ['the prior', () => playground.change({ 'prior.sigma': 0.7 })],
    ['the noise', () => playground.change({ 'likelihood.noise': 0.4 })],
    ['a point', () => playground.addPoint({ x: 0.2, y: -1 })],
    ['all points', () => playground.clearPoints()],
    ['an undo', () => playground.undo()],
  ])('begins afresh: after %s the run is that of a page opened by its link', async (_name, change) => {
    open();
    playground.addPoint({ x: 0.1, y: 1 });
    await trained(30);
    change();
    expect(state().run.kind).toBe('idle');
    await trained(40);
    const seen = picture();
    const link = encodeLink(state().experiment);
    open(decodeLink(link).experiment);
    await trained(40);
    expect(picture()).toEqual(seen);
  });

  test('lets a run that trains go on training, without a notice', async () => {
    open();
    playground.play();
    await trains(20);
    playground.change({ 'prior.sigma': 0.7 });
    expect(state()).toMatchObject({ run: { kind: 'training' }, restarted: true, notices: [], history: [] });
    await trains(20);
  });

  test('leaves an idle run idle, without a ghost', async () => {
    open();
    await until(() => state().snapshot !== null);
    playground.change({ 'prior.sigma': 0.7 });
    expect(state()).toMatchObject({ run: { kind: 'idle' }, ghost: null });
  });

  test('leaves a run that was paused at its prior', async () => {
    open();
    playground.play();
    await trains(20);
    playground.pause();
    await until(() => state().run.kind === 'paused');
    playground.change({ 'prior.sigma': 0.7 });
    await until(() => state().snapshot?.step === 0);
    expect(state().run.kind).toBe('idle');
  });

  test('trains again where the run had reached the step at which training stops', async () => {
    open({ ...smallExperiment, view: { ...smallExperiment.view, stopAt: 25 } });
    playground.play();
    await until(() => state().run.kind === 'paused' && state().snapshot?.step === 25);
    playground.change({ 'prior.sigma': 0.7 });
    expect(state().run.kind).toBe('training');
    await until(() => state().run.kind === 'paused' && state().snapshot?.step === 25);
  });
});

describe('the ghost', () => {
  test('is the last picture before the change, through a whole drag, until the new run stands', async () => {
    open();
    playground.play();
    await trains(400);
    playground.change({ 'prior.sigma': 0.7 });
    const { ghost } = state();
    expect(ghost?.predictive.kind).toBe('curve');
    await trains(0);
    playground.change({ 'prior.sigma': 0.8 });
    await trains(0);
    playground.movePoint(0, { x: 0, y: 0.4 });
    expect(state().ghost).toBe(ghost);
    await until(() => state().ghost === null);
    expect(state().snapshot!.step).toBeGreaterThanOrEqual(300);
  });

  test('ends with another data set, with other axes, by Rewind and by a new seed', async () => {
    const withGhost = async () => {
      open();
      await trained(30);
      playground.change({ 'prior.sigma': 0.7 });
      expect(state().ghost).not.toBeNull();
    };
    for (const act of [
      () => playground.change({ 'dataset.id': 'cubic' }),
      () => playground.rewind(),
      () => playground.newSeed(9),
    ]) {
      await withGhost();
      act();
      expect(state().ghost).toBeNull();
    }
  });
});

test('with view.continue the run goes on from its parameters, without a ghost', async () => {
  open({ ...smallExperiment, view: { ...smallExperiment.view, continue: true } });
  await trained(30);
  const { mu } = picture();
  playground.change({ 'prior.sigma': 0.7 });
  expect(state()).toMatchObject({ run: { kind: 'paused', step: 30 }, ghost: null, restarted: false });
  expect(picture().mu).toEqual(mu);
});

test('Clear gives the noise of drawn points, and undo gives back that of the data', () => {
  open({
    ...smallExperiment,
    likelihood: { ...smallExperiment.likelihood, noise: 0.3, learn: true },
  });
  const { likelihood } = state().experiment;
  playground.clearPoints();
  expect(state().experiment.likelihood.learn).toBe(false);
  expect(state().experiment.likelihood.noise).toBeLessThan(0.3);
  playground.change({ 'likelihood.learn': true });
  playground.addPoint({ x: 0, y: 0 });
  expect(state().experiment.likelihood.learn).toBe(true);
  playground.undo();
  playground.undo();
  expect(state().experiment.likelihood).toEqual(likelihood);
});
