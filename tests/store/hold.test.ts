import { afterEach, expect, test } from 'vitest';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker } from '../worker/workerStandIn.ts';

let playground: Playground;
const run = () => playground.store.getState().run;
const isPaused = () => until(() => run().kind === 'paused');

function open(): void {
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({ ...handlers, createWorker: () => threadlessWorker() as unknown as Worker }),
    experiment: smallExperiment,
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(() => playground.drawn());
  });
}

afterEach(() => playground?.dispose());

test('a run that trains is paused, and goes on when it is released', async () => {
  open();
  playground.play();
  await until(() => (playground.store.getState().snapshot?.step ?? 0) > 0);
  const release = playground.hold();
  await isPaused();
  release();
  expect(run()).toEqual({ kind: 'training', steps: null });
});

test('a run that was paused stays paused', async () => {
  open();
  playground.step(5);
  await isPaused();
  playground.hold()();
  expect(run()).toEqual({ kind: 'paused', step: 5 });
});

test('a run of so many steps goes on for those that were left', async () => {
  open();
  playground.step(4000);
  await until(() => (playground.store.getState().snapshot?.step ?? 0) > 0);
  const release = playground.hold();
  await isPaused();
  release();
  await isPaused();
  expect(run()).toEqual({ kind: 'paused', step: 4000 });
});

test('a run that was replaced or paused meanwhile is not resumed', async () => {
  for (const meanwhile of [() => playground.rewind(), () => playground.pause()]) {
    open();
    playground.play();
    await until(() => (playground.store.getState().snapshot?.step ?? 0) > 0);
    const release = playground.hold();
    await isPaused();
    meanwhile();
    release();
    expect(run().kind).not.toBe('training');
    playground.dispose();
  }
});
