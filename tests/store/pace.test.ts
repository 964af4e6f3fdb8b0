import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { runPace } from '../../src/store/runPace.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { silentWorker, type WorkerStandIn } from '../worker/workerStandIn.ts';

let worker: WorkerStandIn;
let playground: Playground;
const state = () => playground.store.getState();
afterEach(() => playground.dispose());

function open(view: Partial<Experiment['view']> = {}): void {
  worker = silentWorker();
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({ ...handlers, createWorker: () => worker as unknown as Worker }),
    experiment: { ...smallExperiment, view: { ...smallExperiment.view, speed: 'normal', ...view } },
  });
}

/** The paces of all commands so far that have one. */
const paces = () => worker.commands.flatMap((command) => ('pace' in command ? [command.pace] : []));

test('training without a number of steps goes at the speed of the experiment, steps go flat out', () => {
  open();
  playground.play();
  playground.step(10);
  playground.pause();
  expect(paces()).toEqual(['normal', 'flat-out']);
  open({ speed: 'slow' });
  playground.play();
  expect(paces()).toEqual(['slow']);
});

test('a link trains to its step flat out, and at its speed where it trains at once', () => {
  open({ step: 500 });
  expect(paces()).toEqual(['flat-out']);
  open({ autoplay: true });
  expect(paces()).toEqual(['normal']);
});

test('training up to `view.stopAt` goes at the speed of the experiment, and quickly after a change that restarts it', () => {
  open({ stopAt: 50 });
  playground.play();
  playground.change({ 'network.hidden': [3] });
  expect(worker.commands.filter(({ type }) => type === 'train')).toMatchObject([
    { steps: 50, pace: 'normal' },
    { steps: 50, pace: 'quick' },
  ]);
});

test('a changed speed works while training, and not on steps that were asked for by number', () => {
  open();
  playground.play();
  playground.change({ 'view.speed': 'flat-out' });
  expect(worker.commands.at(-1)).toEqual({ type: 'set-pace', runId: 1, pace: 'flat-out' });
  const sent = worker.commands.length;
  playground.step(10);
  playground.change({ 'view.speed': 'slow' });
  playground.pause();
  playground.change({ 'view.speed': 'normal' });
  expect(worker.commands.slice(sent).map(({ type }) => type)).toEqual(['train', 'pause']);
});

test('a lost worker is replaced by one at the same pace', () => {
  open();
  playground.play();
  playground.change({ 'view.speed': 'slow' });
  worker.commands.length = 0;
  worker.onerror!({ preventDefault: () => {} });
  expect(paces()).toEqual(['slow']);
});

test('a restart may be quick, slow and flat out stay; where less motion is wanted the ramp is quick', () => {
  const at = (speed: Experiment['view']['speed'], reducedMotion = false) => ({
    experiment: { ...smallExperiment, view: { ...smallExperiment.view, speed } },
    reducedMotion,
  });
  expect(runPace(at('normal'), 'quick')).toBe('quick');
  expect(runPace(at('slow'), 'quick')).toBe('slow');
  expect(runPace(at('flat-out'), 'quick')).toBe('flat-out');
  expect(runPace(at('normal', true))).toBe('quick');
});

test('a pause is a state of the page at once, and a restart meanwhile does not train', () => {
  open();
  playground.play();
  playground.pause();
  expect(state().run).toMatchObject({ kind: 'training', pausing: true });
  playground.newSeed(7);
  expect(state().run).toEqual({ kind: 'idle' });
  expect(worker.commands.filter(({ type }) => type === 'train')).toHaveLength(1);
});
