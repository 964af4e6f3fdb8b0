import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { methods } from '../../src/model/methods/index.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { truthExperiment } from '../../src/store/truth.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { silentWorker, threadlessWorker, type WorkerStandIn } from '../worker/workerStandIn.ts';

const TRUTH_STEPS = methods.hmc.beside.steps;

let workers: WorkerStandIn[] = [];
let playground: Playground;
const state = () => playground.store.getState();
const truthWorker = () => workers.at(-1) as WorkerStandIn;

/** The first worker trains; those after it are the truth's. */
function open(createTruthWorker = silentWorker, experiment: Experiment = smallExperiment): void {
  workers = [];
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({
        ...handlers,
        createWorker: () => {
          workers.push(workers.length === 0 ? threadlessWorker() : createTruthWorker());
          return truthWorker() as unknown as Worker;
        },
      }),
    experiment,
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(() => playground.drawn());
    if (now.truth !== before.truth) setImmediate(() => playground.truthDrawn());
  });
}

/** The second worker says that its chains came this far. */
function come(step: number): void {
  truthWorker().say({ type: 'progressed', runId: 1, snapshot: { step } as Snapshot });
}

afterEach(() => playground?.dispose());

test('the truth asks chains the same question, whatever q is and however predictions are pruned', () => {
  const asked = truthExperiment({
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
  expect(state().truth).toEqual({ kind: 'off' });
  playground.showTruth();
  expect(workers).toHaveLength(2);
  expect(truthWorker().commands.map(({ type }) => type)).toEqual(['start', 'train']);
  expect(truthWorker().commands[1]).toMatchObject({ steps: TRUTH_STEPS });
  come(700);
  expect(state().truth).toMatchObject({ kind: 'running', step: 700, steps: TRUTH_STEPS });
  expect(truthWorker().terminated).toBe(false);
  come(TRUTH_STEPS);
  expect(state().truth).toMatchObject({ kind: 'done', snapshot: { step: TRUTH_STEPS } });
  expect(truthWorker().terminated).toBe(true);
});

test('real chains reach the end, with a predictive and diagnostics', async () => {
  const small = { ...smallExperiment, network: { ...smallExperiment.network, hidden: [] } };
  open(threadlessWorker, small);
  playground.showTruth('hmc');
  await until(() => state().truth.kind === 'done', 40_000);
  const { truth } = state();
  expect(truth).toMatchObject({ kind: 'done', snapshot: { chains: { chains: 4, warmupLeft: 0 } } });
  expect(truth.kind === 'done' && curveOf(truth.snapshot).mean.every(Number.isFinite)).toBe(true);
}, 60_000);

test('it can be cancelled, and asked for again', () => {
  open();
  playground.showTruth();
  const first = truthWorker();
  come(100);
  playground.hideTruth();
  expect(state().truth).toEqual({ kind: 'off' });
  expect(first.terminated).toBe(true);
  first.say({ type: 'progressed', runId: 1, snapshot: { step: 200 } as Snapshot });
  expect(state().truth).toEqual({ kind: 'off' });
  playground.showTruth();
  expect(workers).toHaveLength(3);
  expect(state().truth).toMatchObject({ kind: 'running', step: 0, snapshot: null });
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
    playground.showTruth();
    come(TRUTH_STEPS);
    change();
    expect(state().truth, part).toEqual({ kind: 'off' });
    expect(state().notices.map(({ text }) => text)).toContain(
      `The comparison with HMC has ended: ${part} changed`,
    );
  }
});

test('another seed ends it where it brings other points, and only there', () => {
  open();
  playground.showTruth();
  come(500);
  playground.newSeed(99);
  expect(state().truth).toMatchObject({ kind: 'running', step: 500 });
  playground.change({ 'dataset.id': 'cubic' });
  playground.showTruth();
  come(500);
  playground.rewind();
  expect(state().truth.kind).toBe('running');
  playground.newSeed(7);
  expect(state().truth).toEqual({ kind: 'off' });
});

test('how the fit is found, predicted and shown is no business of the truth', () => {
  open();
  playground.showTruth();
  come(TRUTH_STEPS);
  const { truth } = state();
  for (const fields of [
    { 'inference.method': 'map' },
    { 'inference.optimizer.learningRate': 0.05 },
    { 'prediction.interval': 0.5 },
    { 'view.theme': 'dark' },
  ])
    expect(playground.change(fields)).toEqual([]);
  expect(state().truth).toBe(truth);
});

test('what goes wrong is said in words', () => {
  open();
  playground.showTruth();
  truthWorker().say({ type: 'diverged', runId: 1, step: 1212, term: 'likelihoodCost' });
  expect(state().truth).toMatchObject({ kind: 'failed', message: expect.stringContaining('at step 1,212') });
  playground.showTruth();
  truthWorker().say({ type: 'failed', runId: 1, message: 'an engine’s own words' });
  expect(state().truth).toMatchObject({ kind: 'failed', message: expect.stringContaining('Try a smaller') });
  expect(truthWorker().terminated).toBe(true);
  expect(state().run.kind).toBe('idle');
});

test('a hidden page rests both workers, and a truth asked for meanwhile rests too', () => {
  open();
  playground.setVisible(false);
  playground.showTruth();
  expect(truthWorker().commands[0]).toEqual({ type: 'suspend', suspended: true });
  playground.setVisible(true);
  expect(truthWorker().commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
  expect(workers[0]!.commands.at(-1)).toEqual({ type: 'suspend', suspended: false });
});

test('the run trains on beside it, undisturbed', async () => {
  open();
  playground.step(30);
  await until(() => state().run.kind === 'paused');
  const { mu } = state().snapshot!.weights;
  playground.rewind();
  playground.showTruth();
  playground.step(30);
  come(300);
  await until(() => state().run.kind === 'paused');
  expect(state().snapshot!.weights.mu).toEqual(mu);
  expect(state().truth.kind).toBe('running');
});

test('closing the playground ends both workers', () => {
  open();
  playground.showTruth();
  playground.dispose();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test('another method is trained in its place, by its own steps and samples', () => {
  open();
  playground.showTruth('deep-ensemble');
  const [start, train] = truthWorker().commands;
  expect(start).toMatchObject({ experiment: { inference: { method: 'deep-ensemble', samples: 5 } } });
  expect(train).toMatchObject({ steps: methods['deep-ensemble'].beside.steps });
  expect(state().truth).toMatchObject({ kind: 'running', by: 'deep-ensemble' });
});

test('where the posterior can be written down it is there at once, without a worker', () => {
  const { network, likelihood } = smallExperiment;
  open(silentWorker, {
    ...smallExperiment,
    network: { ...network, hidden: [] },
    likelihood: { ...likelihood, learn: false },
  });
  playground.showTruth();
  expect(workers).toHaveLength(1);
  expect(state().truth).toMatchObject({ kind: 'done', by: 'exact' });
});
