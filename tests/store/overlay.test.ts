import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { methods } from '../../src/model/methods/index.ts';
import { overlayExperiment } from '../../src/store/methodRuns.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { silentWorker, threadlessWorker, type WorkerStandIn } from '../worker/workerStandIn.ts';

const OVERLAY_STEPS = methods.hmc.overlayBudget.steps;

let workers: WorkerStandIn[] = [];
let playground: Playground;
const state = () => playground.store.getState();
const overlayWorker = () => workers.at(-1) as WorkerStandIn;

/** The first worker trains the run; later ones belong to the overlay. */
function open(createOverlayWorker = silentWorker, experiment: Experiment = smallExperiment): void {
  workers = [];
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({
        ...handlers,
        createWorker: () => {
          workers.push(workers.length === 0 ? threadlessWorker() : createOverlayWorker());
          return overlayWorker() as unknown as Worker;
        },
      }),
    experiment,
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(() => playground.drawn());
    if (now.overlay !== before.overlay) setImmediate(() => playground.overlayDrawn());
  });
}

/** The second worker reports that its chains have reached this step. */
function reportStep(step: number): void {
  overlayWorker().report({ type: 'progressed', runId: 1, snapshot: { step } as Snapshot });
}

afterEach(() => playground?.dispose());

test('the overlay has the run’s problem, independent of q and of pruning', () => {
  const overlay = overlayExperiment({
    ...smallExperiment,
    inference: { ...smallExperiment.inference, samples: 16 },
    prediction: { ...smallExperiment.prediction, pruned: 0.5 },
  });
  expect(overlay).toMatchObject({ inference: { method: 'hmc', samples: 4 }, prediction: { pruned: 0 } });
  for (const part of ['seed', 'dataset', 'network', 'prior', 'likelihood'] as const)
    expect(overlay[part]).toBe(smallExperiment[part]);
});

test('it runs in its own worker for its own number of steps, and then ends the worker', () => {
  open();
  expect(state().overlay).toEqual({ kind: 'off' });
  playground.showOverlay();
  expect(workers).toHaveLength(2);
  expect(overlayWorker().commands.map(({ type }) => type)).toEqual(['start', 'train']);
  expect(overlayWorker().commands[1]).toMatchObject({ steps: OVERLAY_STEPS });
  reportStep(700);
  expect(state().overlay).toMatchObject({ kind: 'running', step: 700, steps: OVERLAY_STEPS });
  expect(overlayWorker().terminated).toBe(false);
  reportStep(OVERLAY_STEPS);
  expect(state().overlay).toMatchObject({ kind: 'done', snapshot: { step: OVERLAY_STEPS } });
  expect(overlayWorker().terminated).toBe(true);
});

test('real chains finish, with a predictive and diagnostics', async () => {
  const small = { ...smallExperiment, network: { ...smallExperiment.network, hidden: [] } };
  open(threadlessWorker, small);
  playground.showOverlay('hmc');
  await until(() => state().overlay.kind === 'done');
  const { overlay } = state();
  expect(overlay).toMatchObject({ kind: 'done', snapshot: { chains: { chains: 4, warmupLeft: 0 } } });
  expect(overlay.kind === 'done' && curveOf(overlay.snapshot).mean.every(Number.isFinite)).toBe(true);
});

test('it can be cancelled and restarted', () => {
  open();
  playground.showOverlay();
  const first = overlayWorker();
  reportStep(100);
  playground.hideOverlay();
  expect(state().overlay).toEqual({ kind: 'off' });
  expect(first.terminated).toBe(true);
  first.report({ type: 'progressed', runId: 1, snapshot: { step: 200 } as Snapshot });
  expect(state().overlay).toEqual({ kind: 'off' });
  playground.showOverlay();
  expect(workers).toHaveLength(3);
  expect(state().overlay).toMatchObject({ kind: 'running', step: 0, snapshot: null });
});

test('a change of the posterior ends it, with a notice', () => {
  const changes: [() => unknown, string][] = [
    [() => playground.addPoint({ x: 1.5, y: 0 }), 'the data'],
    [() => playground.change({ 'network.hidden': [4] }), 'the network'],
    [() => playground.change({ 'prior.sigma': 0.3 }), 'the prior'],
    [() => playground.change({ 'likelihood.noise': 0.7 }), 'the likelihood'],
  ];
  open();
  for (const [change, part] of changes) {
    playground.showOverlay();
    reportStep(OVERLAY_STEPS);
    change();
    expect(state().overlay, part).toEqual({ kind: 'off' });
    expect(state().notices.map(({ text }) => text)).toContain(
      `The comparison with HMC has ended: ${part} changed`,
    );
  }
});

test('another seed ends it only if it changes the points', () => {
  open();
  playground.showOverlay();
  reportStep(500);
  playground.newSeed(99);
  expect(state().overlay).toMatchObject({ kind: 'running', step: 500 });
  playground.change({ 'dataset.id': 'cubic' });
  playground.showOverlay();
  reportStep(500);
  playground.rewind();
  expect(state().overlay.kind).toBe('running');
  playground.newSeed(7);
  expect(state().overlay).toEqual({ kind: 'off' });
});

test('changes of the method, the prediction and the view keep the overlay', () => {
  open();
  playground.showOverlay();
  reportStep(OVERLAY_STEPS);
  const { overlay } = state();
  for (const fields of [
    { 'inference.method': 'map' },
    { 'inference.optimizer.learningRate': 0.05 },
    { 'prediction.interval': 0.5 },
    { 'view.theme': 'dark' },
  ])
    expect(playground.change(fields)).toEqual([]);
  expect(state().overlay).toBe(overlay);
});

test('failures are reported with a message', () => {
  open();
  playground.showOverlay();
  overlayWorker().report({ type: 'diverged', runId: 1, step: 1212, term: 'likelihoodCost' });
  expect(state().overlay).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('at step 1,212'),
  });
  playground.showOverlay();
  overlayWorker().report({ type: 'failed', runId: 1, message: 'an engine’s own words' });
  expect(state().overlay).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('Try a smaller'),
  });
  expect(overlayWorker().terminated).toBe(true);
  expect(state().run.kind).toBe('idle');
});

test('a hidden page suspends both workers, also an overlay started meanwhile', () => {
  open();
  playground.setVisible(false);
  playground.showOverlay();
  expect(overlayWorker().commands[0]).toEqual({ type: 'suspend', suspended: true });
  playground.setVisible(true);
  expect(overlayWorker().commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
  expect(workers[0]!.commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
});

test('the run trains next to it without any effect on its numbers', async () => {
  open();
  playground.step(30);
  await until(() => state().run.kind === 'paused');
  const { mu } = state().snapshot!.weights;
  playground.rewind();
  playground.showOverlay();
  playground.step(30);
  reportStep(300);
  await until(() => state().run.kind === 'paused');
  expect(state().snapshot!.weights.mu).toEqual(mu);
  expect(state().overlay.kind).toBe('running');
});

test('closing the playground ends both workers', () => {
  open();
  playground.showOverlay();
  playground.dispose();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test('another method is trained in its place, with its own steps and samples', () => {
  open();
  playground.showOverlay('deep-ensemble');
  const [start, train] = overlayWorker().commands;
  expect(start).toMatchObject({ experiment: { inference: { method: 'deep-ensemble', samples: 5 } } });
  expect(train).toMatchObject({ steps: methods['deep-ensemble'].overlayBudget.steps });
  expect(state().overlay).toMatchObject({ kind: 'running', by: 'deep-ensemble' });
});

test('an exact posterior is shown immediately, without a worker', () => {
  const { network, likelihood } = smallExperiment;
  open(silentWorker, {
    ...smallExperiment,
    network: { ...network, hidden: [] },
    likelihood: { ...likelihood, learn: false },
  });
  playground.showOverlay();
  expect(workers).toHaveLength(1);
  expect(state().overlay).toMatchObject({ kind: 'done', by: 'exact' });
});

const runs = () => state().methodRuns.map(({ by, kind }) => `${by} ${kind}`);

test('compared methods train one after another, in one worker beside that of the run', () => {
  open();
  playground.compareMethods(['map', 'deep-ensemble', 'hmc']);
  expect(runs()).toEqual(['map running', 'deep-ensemble waiting', 'hmc waiting']);
  expect(workers).toHaveLength(2);
  const first = overlayWorker();
  reportStep(methods.map.overlayBudget.steps);
  expect(first.terminated).toBe(true);
  expect(workers).toHaveLength(3);
  expect(runs()).toEqual(['map done', 'deep-ensemble running', 'hmc waiting']);
  expect(state().methodRuns[0]).toMatchObject({ kind: 'done', seconds: expect.any(Number) });
  expect(state().overlay).toEqual({ kind: 'off' });
  playground.compareMethods(['map', 'deep-ensemble', 'hmc']);
  expect(runs()).toEqual(['map done', 'deep-ensemble running', 'hmc waiting']);
  overlayWorker().report({ type: 'failed', runId: 1, message: 'why' });
  expect(runs()).toEqual(['map done', 'deep-ensemble failed', 'hmc running']);
  playground.cancelMethods();
  expect(runs()).toEqual(['map done']);
  expect(workers.slice(1).every(({ terminated }) => terminated)).toBe(true);
});

test('a known method is drawn over the run at once; what is drawn goes on when the others are cancelled', () => {
  open();
  playground.compareMethods(['map', 'hmc']);
  reportStep(methods.map.overlayBudget.steps);
  playground.showOverlay('map');
  expect(state().overlay).toMatchObject({ kind: 'done', by: 'map' });
  expect(runs()).toEqual(['map done', 'hmc running']);
  reportStep(500);
  playground.showOverlay('hmc');
  expect(state().overlay).toMatchObject({ kind: 'running', by: 'hmc', step: 500 });
  playground.cancelMethods();
  expect(runs()).toEqual(['map done', 'hmc running']);
  reportStep(OVERLAY_STEPS);
  expect(state().overlay).toMatchObject({ kind: 'done', by: 'hmc' });
  playground.hideOverlay();
  expect(state().overlay).toEqual({ kind: 'off' });
  expect(runs()).toEqual(['map done', 'hmc done']);
});

test('a method that is asked for first trains before those that wait', () => {
  open();
  playground.compareMethods(['map', 'deep-ensemble', 'hmc']);
  playground.showOverlay('hmc');
  expect(state().overlay).toMatchObject({ kind: 'running', by: 'hmc', step: 0 });
  reportStep(methods.map.overlayBudget.steps);
  expect(state().methodRuns.find(({ kind }) => kind === 'running')?.by).toBe('hmc');
});

test('results of another question are dropped, without a notice where none was drawn', () => {
  open();
  playground.compareMethods(['map', 'hmc']);
  reportStep(methods.map.overlayBudget.steps);
  playground.change({ 'prior.sigma': 0.3 });
  expect(runs()).toEqual([]);
  expect(overlayWorker().terminated).toBe(true);
  expect(state().notices).toEqual([]);
});

test('another band asks for new predictions', () => {
  open();
  playground.compareMethods(['map']);
  reportStep(methods.map.overlayBudget.steps);
  playground.change({ 'prediction.interval': 0.5 });
  playground.compareMethods(['map']);
  expect(runs()).toEqual(['map running']);
});
