import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { methods } from '../../src/model/methods/index.ts';
import { overlayExperiment } from '../../src/store/overlay.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { silentWorker, threadlessWorker, type WorkerStandIn } from '../worker/workerStandIn.ts';

const TRUTH_STEPS = methods.hmc.overlayBudget.steps;

let workers: WorkerStandIn[] = [];
let playground: Playground;
const state = () => playground.store.getState();
const overlayWorker = () => workers.at(-1) as WorkerStandIn;

/** The first worker trains; those after it are the truth's. */
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

/** The second worker says that its chains came this far. */
function come(step: number): void {
  overlayWorker().report({ type: 'progressed', runId: 1, snapshot: { step } as Snapshot });
}

afterEach(() => playground?.dispose());

test('the truth asks chains the same question, whatever q is and however predictions are pruned', () => {
  const asked = overlayExperiment({
    ...smallExperiment,
    inference: { ...smallExperiment.inference, samples: 16 },
    prediction: { ...smallExperiment.prediction, pruned: 0.5 },
  });
  expect(asked).toMatchObject({ inference: { method: 'hmc', samples: 4 }, prediction: { pruned: 0 } });
  for (const part of ['seed', 'dataset', 'network', 'prior', 'likelihood'] as const)
    expect(asked[part]).toBe(smallExperiment[part]);
});

test('it runs in a worker of its own, for as many steps as it takes, and its worker ends with it', () => {
  open();
  expect(state().overlay).toEqual({ kind: 'off' });
  playground.showOverlay();
  expect(workers).toHaveLength(2);
  expect(overlayWorker().commands.map(({ type }) => type)).toEqual(['start', 'train']);
  expect(overlayWorker().commands[1]).toMatchObject({ steps: TRUTH_STEPS });
  come(700);
  expect(state().overlay).toMatchObject({ kind: 'running', step: 700, steps: TRUTH_STEPS });
  expect(overlayWorker().terminated).toBe(false);
  come(TRUTH_STEPS);
  expect(state().overlay).toMatchObject({ kind: 'done', snapshot: { step: TRUTH_STEPS } });
  expect(overlayWorker().terminated).toBe(true);
});

test('real chains reach the end, with a predictive and diagnostics', async () => {
  const small = { ...smallExperiment, network: { ...smallExperiment.network, hidden: [] } };
  open(threadlessWorker, small);
  playground.showOverlay('hmc');
  await until(() => state().overlay.kind === 'done');
  const { overlay } = state();
  expect(overlay).toMatchObject({ kind: 'done', snapshot: { chains: { chains: 4, warmupLeft: 0 } } });
  expect(overlay.kind === 'done' && curveOf(overlay.snapshot).mean.every(Number.isFinite)).toBe(true);
});

test('it can be cancelled, and asked for again', () => {
  open();
  playground.showOverlay();
  const first = overlayWorker();
  come(100);
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
    come(TRUTH_STEPS);
    change();
    expect(state().overlay, part).toEqual({ kind: 'off' });
    expect(state().notices.map(({ text }) => text)).toContain(
      `The comparison with HMC has ended: ${part} changed`,
    );
  }
});

test('another seed ends it where it brings other points, and only there', () => {
  open();
  playground.showOverlay();
  come(500);
  playground.newSeed(99);
  expect(state().overlay).toMatchObject({ kind: 'running', step: 500 });
  playground.change({ 'dataset.id': 'cubic' });
  playground.showOverlay();
  come(500);
  playground.rewind();
  expect(state().overlay.kind).toBe('running');
  playground.newSeed(7);
  expect(state().overlay).toEqual({ kind: 'off' });
});

test('how the fit is found, predicted and shown is no business of the truth', () => {
  open();
  playground.showOverlay();
  come(TRUTH_STEPS);
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

test('what goes wrong is said in words', () => {
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

test('a hidden page rests both workers, and a truth asked for meanwhile rests too', () => {
  open();
  playground.setVisible(false);
  playground.showOverlay();
  expect(overlayWorker().commands[0]).toEqual({ type: 'suspend', suspended: true });
  playground.setVisible(true);
  expect(overlayWorker().commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
  expect(workers[0]!.commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
});

test('the run trains on beside it, undisturbed', async () => {
  open();
  playground.step(30);
  await until(() => state().run.kind === 'paused');
  const { mu } = state().snapshot!.weights;
  playground.rewind();
  playground.showOverlay();
  playground.step(30);
  come(300);
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

test('another method is trained in its place, by its own steps and samples', () => {
  open();
  playground.showOverlay('deep-ensemble');
  const [start, train] = overlayWorker().commands;
  expect(start).toMatchObject({ experiment: { inference: { method: 'deep-ensemble', samples: 5 } } });
  expect(train).toMatchObject({ steps: methods['deep-ensemble'].overlayBudget.steps });
  expect(state().overlay).toMatchObject({ kind: 'running', by: 'deep-ensemble' });
});

test('where the posterior can be written down it is there at once, without a worker', () => {
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
