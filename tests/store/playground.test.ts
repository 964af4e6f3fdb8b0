import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Fault } from '../../src/experiment/document/fields.ts';
import { pictureKindOf } from '../../src/experiment/document/pictureKind.ts';
import { decodeLink, encodeLink } from '../../src/experiment/link/link.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import type { Checkpoint } from '../../src/worker/protocol.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker, type WorkerStandIn } from '../worker/workerStandIn.ts';

let workers: WorkerStandIn[] = [];
let playground: Playground;
const state = () => playground.store.getState();

/** The real store, trainer, loop and engine, without a thread; the page draws immediately. */
function open(
  experiment: Experiment = smallExperiment,
  notices: readonly Fault[] = [],
  checkpoint: Checkpoint | null = null,
): void {
  workers = [];
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({
        ...handlers,
        createWorker: () => {
          workers.push(threadlessWorker());
          return workers.at(-1) as unknown as Worker;
        },
      }),
    experiment,
    notices,
    checkpoint,
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(() => playground.drawn());
  });
}

afterEach(() => playground.dispose());

async function trained(steps: number): Promise<void> {
  playground.step(steps);
  await pausedAndShown();
}

/** A pause may be reported before the snapshot of its step. */
function pausedAndShown(): Promise<void> {
  return until(() => {
    const { run, snapshot } = state();
    return run.kind === 'paused' && snapshot?.step === run.step;
  });
}

test('a page opens idle, with the prior predictive and the faults of its link', async () => {
  open(smallExperiment, [{ path: 'seed', message: 'seed: a field was wrong' }]);
  await until(() => state().snapshot !== null);
  expect(state().run).toEqual({ kind: 'idle' });
  expect(state().snapshot!.step).toBe(0);
  expect(state().notices.map(({ text }) => text)).toEqual(['A field was wrong.']);
  expect(state().engine?.backend).toBe('reference');
});

test('a page opens with the state of a checkpoint, continues from it bit for bit, and rewinds to step 0', async () => {
  open();
  await trained(30);
  const { checkpoint, snapshot } = state().moments.at(-1)!;
  await trained(20);
  const later = state().snapshot!;
  playground.dispose();

  open(smallExperiment, [], checkpoint);
  expect(state().run).toEqual({ kind: 'paused', step: 30 });
  await until(() => state().snapshot !== null);
  expect(state().snapshot!.freeEnergy).toEqual(snapshot.freeEnergy);
  await trained(20);
  expect(state().snapshot!.step).toBe(50);
  expect(state().snapshot!.weights).toEqual(later.weights);
  playground.rewind();
  await until(() => state().snapshot?.step === 0);
  expect(state().run).toEqual({ kind: 'idle' });
});

test('another experiment shows its own notices, and none of the previous ones', async () => {
  open(smallExperiment, [{ path: 'seed', message: 'seed: a field was wrong' }]);
  playground.loadExperiment(smallExperiment, [{ path: 'seed', message: 'seed: another field was wrong' }]);
  expect(state().notices.map(({ text }) => text)).toEqual(['Another field was wrong.']);
  playground.loadExperiment(smallExperiment);
  expect(state().notices).toEqual([]);
});

test('a notice with an action remains when another experiment is opened', () => {
  open();
  playground.notify('said about this experiment');
  playground.notify('a new version is ready', { label: 'Reload', act: () => {} });
  playground.loadExperiment({ ...smallExperiment, seed: 2 });
  expect(state().notices.map(({ text }) => text)).toEqual(['a new version is ready']);
});

test('opening another experiment ends the overlay with a notice', async () => {
  open({ ...smallExperiment, network: { ...smallExperiment.network, hidden: [] } });
  playground.showOverlay('exact');
  expect(state().overlay.kind).toBe('done');
  playground.loadExperiment({ ...smallExperiment, seed: 2 });
  expect(state().overlay.kind).toBe('off');
  expect(state().notices.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^The comparison with .+ has ended: the .+ changed$/),
  ]);
});

test('a link with a step trains to it and pauses', async () => {
  open({ ...smallExperiment, view: { ...smallExperiment.view, step: 25 } });
  await pausedAndShown();
  expect(state().run).toEqual({ kind: 'paused', step: 25 });
});

test('play, pause and step control the run', async () => {
  open();
  playground.play();
  await until(() => (state().snapshot?.step ?? 0) > 20);
  playground.pause();
  await pausedAndShown();
  const pausedStep = state().snapshot!.step;
  await trained(10);
  expect(state().run).toEqual({ kind: 'paused', step: pausedStep + 10 });
  expect(state().history.at(-1)!.step).toBe(pausedStep + 10);
});

test('rewind restores the same weights and noise, so that the run repeats itself', async () => {
  open();
  await trained(30);
  const { mu } = state().snapshot!.weights;
  playground.rewind();
  expect(state()).toMatchObject({ run: { kind: 'idle' }, history: [] });
  await trained(30);
  expect(state().snapshot!.weights.mu).toEqual(mu);
  playground.newSeed(8);
  await trained(30);
  expect(state().snapshot!.weights.mu).not.toEqual(mu);
});

test('with view.continue a live change continues from the posterior and adds no history', async () => {
  open({ ...smallExperiment, view: { ...smallExperiment.view, continue: true } });
  await trained(30);
  const { snapshot, history } = state();
  expect(playground.change({ 'prior.sigma': 0.4 })).toEqual([]);
  await until(() => state().snapshot !== snapshot);
  expect(state().snapshot!.weights.mu).toEqual(snapshot!.weights.mu);
  expect(state().history).toHaveLength(history.length);
  expect(state().notices).toEqual([]);
});

test('a change of shape restarts the run with a notice and resumes training', async () => {
  open();
  playground.play();
  await until(() => (state().snapshot?.step ?? 0) > 20);
  playground.change({ 'network.hidden': [4, 4] });
  expect(state().run.kind).toBe('training');
  expect(state().history).toEqual([]);
  expect(state().notices.map(({ text }) => text)).toEqual(['Restarted: the network changed']);
  await until(() => state().snapshot!.weights.layers.length === 6 && state().snapshot!.step > 0);
});

test('a bad field changes nothing and reports what is allowed', async () => {
  open();
  const before = state();
  const faults = playground.change({ 'inference.samples': 0 });
  expect(faults).toHaveLength(1);
  expect(state()).toEqual(before);
});

test('with view.continue an edited point makes the data custom, keeps the posterior and can be undone', async () => {
  open({ ...smallExperiment, view: { ...smallExperiment.view, continue: true } });
  await trained(30);
  const { snapshot, experiment } = state();
  playground.addPoint({ x: 1.5, y: -1 });
  expect(state().points).toHaveLength(9);
  await until(() => state().snapshot !== snapshot);
  expect(state().snapshot!.weights.mu).toEqual(snapshot!.weights.mu);
  playground.movePoint(8, { x: 1.6, y: -1 });
  playground.movePoint(8, { x: 1.7, y: -1 });
  playground.moveEnded();
  expect(state().past).toHaveLength(2);
  playground.undo();
  expect(state().points[8]).toEqual({ x: [1.5], y: -1 });
  playground.undo();
  expect(state().experiment).toEqual(experiment);
  playground.redo();
  playground.redo();
  expect(state().points[8]).toEqual({ x: [1.7], y: -1 });
});

test('a cancelled move puts the point back and leaves nothing to undo', async () => {
  open();
  const { experiment } = state();
  playground.addPoint({ x: 1.5, y: -1 });
  playground.undo();
  const before = state();
  playground.movePoint(0, { x: 0.1, y: 0.2 });
  playground.movePoint(0, { x: 0.3, y: 0.4 });
  playground.moveCancelled();
  expect(state().experiment).toEqual(experiment);
  expect([state().past, state().future]).toEqual([before.past, before.future]);
  // Without a move there is nothing to cancel.
  playground.moveCancelled();
  expect([state().past, state().future]).toEqual([before.past, before.future]);
});

test('undoing an edit restarts chains, whose draws belong to other data', async () => {
  open();
  playground.addPoint({ x: 1.5, y: -1 });
  playground.change({ 'inference.method': 'hmc', 'inference.samples': 2 });
  await trained(5);
  playground.undo();
  expect(state().run).toEqual({ kind: 'idle' });
  await trained(5);
  playground.redo();
  expect(state().run).toEqual({ kind: 'idle' });
  expect(state().notices.map(({ text }) => text)).toContain('Restarted: the data changed');
});

test('drawn points survive a change of data set', async () => {
  open();
  playground.addPoint({ x: 0, y: 0 });
  const { points } = state();
  playground.change({ 'dataset.id': 'cubic' });
  expect(state().experiment.dataset.id).toBe('cubic');
  playground.undo();
  expect(state().points).toEqual(points);
});

test('choosing custom data copies the displayed points; replacing them restarts the run and can be undone', async () => {
  open({
    ...smallExperiment,
    dataset: { ...smallExperiment.dataset, id: 'cubic', points: [], xDomain: null, yDomain: null },
  });
  const { points, xDomain, experiment } = state();
  await trained(10);
  expect(playground.change({ 'dataset.id': 'custom' })).toEqual([]);
  expect(state()).toMatchObject({ points, xDomain, run: { kind: 'idle' } });
  expect(
    playground.replacePoints({
      points: [
        { x: [100], y: 7 },
        { x: [300], y: 9 },
      ],
      task: 'regression',
      columns: ['age', 'height'],
      classNames: [],
      images: false,
    }),
  ).toEqual([]);
  expect(state()).toMatchObject({
    xDomain: [0, 400],
    run: { kind: 'idle' },
    experiment: { dataset: { columns: ['age', 'height'], testFraction: 0 } },
  });
  playground.undo();
  playground.undo();
  expect(state().experiment).toEqual(experiment);
  expect(playground.setPoints([{ x: [Number.NaN], y: 0 }])).toHaveLength(1);
  expect(state().experiment).toEqual(experiment);
});

test('a table replaces digits and their convolutions; a fifth of it is held out', () => {
  open();
  playground.change({ 'dataset.id': 'digits' });
  expect(state().experiment.network.kind).toBe('convolutional');
  const points = Array.from({ length: 600 }, (_, i) => ({ x: [i, -i, i % 7], y: i % 6 }));
  const classNames = ['a', 'b', 'c', 'd', 'e', 'f'];
  const columns = ['one', 'two', 'three', 'letter'];
  expect(
    playground.replacePoints({ points, task: 'classification', columns, classNames, images: false }),
  ).toEqual([]);
  const { experiment, points: training, heldOut } = state();
  expect(pictureKindOf(experiment)).toBe('table');
  expect(experiment).toMatchObject({
    dataset: { columns, classNames },
    network: { kind: 'dense' },
    likelihood: { kind: 'categorical' },
    inference: { batchSize: 64 },
  });
  expect([training.length, heldOut.length]).toEqual([480, 120]);
  expect(decodeLink(encodeLink(experiment))).toEqual({ experiment, notices: [] });
});

test('a worker that fails is replaced, training continues, and a notice reports it', async () => {
  open();
  playground.play();
  await until(() => (state().snapshot?.step ?? 0) > 20);
  const shown = state().snapshot!.step;
  workers[0]!.onerror!({ preventDefault: () => {} });
  expect(state().run.kind).toBe('training');
  expect(state().notices[0]!.text).toMatch(/^Training stopped responding and was restarted at step/);
  await until(() => state().snapshot!.step > shown);
  const steps = state().history.map(({ step }) => step);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
});

test('changes of the view send no change to the worker', async () => {
  open();
  await until(() => state().snapshot !== null);
  const commands = workers[0]!.commands.filter(({ type }) => type === 'change').length;
  playground.setShowDraws(false);
  playground.setShowFunction(false);
  playground.selectWeight(3);
  playground.change({ 'view.theme': 'dark' });
  expect(state()).toMatchObject({
    showDraws: false,
    showFunction: false,
    selectedWeight: 3,
    experiment: { view: { theme: 'dark' } },
  });
  expect(workers[0]!.commands.filter(({ type }) => type === 'change')).toHaveLength(commands);
});

test('a table starts with priors scaled by layer, a curve keeps its own', () => {
  const row = (i: number, inputs: number) => ({
    x: Array.from({ length: inputs }, (_, k) => Math.sin(i + k)),
    y: Math.cos(i),
  });
  for (const [inputs, scaling] of [
    [3, 'fan-in'],
    [1, 'fixed'],
  ] as const) {
    open();
    const points = Array.from({ length: 20 }, (_, i) => row(i, inputs));
    const data = { points, task: 'regression', columns: [], classNames: [], images: false } as const;
    expect(playground.replacePoints(data)).toEqual([]);
    expect(state().experiment.prior.scaling).toBe(scaling);
    playground.dispose();
  }
});
