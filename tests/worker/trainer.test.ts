import { beforeEach, expect, test } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Report } from '../../src/worker/protocol.ts';
import { createTrainer, type Trainer, type TrainerNotice } from '../../src/worker/trainer.ts';
import { smallExperiment } from './experimentForTests.ts';
import { silentWorker, type WorkerStandIn } from './workerStandIn.ts';

let workers: WorkerStandIn[];
let reports: Report[];
let notices: TrainerNotice[];
let trainer: Trainer;
let now: number;
let tick: () => void;
/** What the page forbids: its reason, and whether creating a worker throws. */
let forbids: { readonly reason: string | null; readonly throws: boolean };

beforeEach(() => {
  [workers, reports, notices, now] = [[], [], [], 0];
  forbids = { reason: null, throws: false };
  trainer = createTrainer({
    createWorker: () => {
      if (forbids.throws) throw new TypeError('This document requires TrustedScriptURL assignment');
      workers.push(silentWorker());
      return workers.at(-1) as unknown as Worker;
    },
    onReport: (report) => reports.push(report),
    onNotice: (notice) => notices.push(notice),
    refusal: () => forbids.reason,
    clock: {
      now: () => now,
      every: (_, task) => {
        tick = task;
        return () => {};
      },
    },
  });
});

const worker = () => workers.at(-1)!;
const sent = (type: string) => worker().commands.filter((command) => command.type === type);

/** Advances the clock; a healthy worker replies to every ping and makes progress. */
function advance(milliseconds: number, answer: 'works' | 'stalled' | 'silent' = 'works', busy = true): void {
  for (let passed = 0; passed < milliseconds; passed += 250) {
    now += 250;
    tick();
    if (answer !== 'silent')
      worker().report({ type: 'alive', count: 0, units: answer === 'works' ? now : -1, busy });
  }
}

const problem = prepareProblem(smallExperiment);
const checkpoint = (step: number, runId = 1): Report => ({
  type: 'checkpoint',
  runId,
  state: { ...initialState(problem), step },
  scalers: { xScalers: problem.xScalers, yScaler: problem.yScaler },
});

test('a silent worker is replaced within 2 s, and training continues from its last checkpoint', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  advance(1000);
  worker().report(checkpoint(1240));
  advance(1500, 'silent');
  expect(workers).toHaveLength(2);
  expect(workers[0]!.terminated).toBe(true);
  expect(sent('start')).toMatchObject([
    { runId: 1, checkpoint: { state: { step: 1240 } }, distrustGpu: false },
  ]);
  expect(sent('train')).toMatchObject([{ steps: null }]);
  expect(notices).toEqual([{ kind: 'respawned', step: 1240, distrustGpu: false }]);
});

test('a worker that fails before any training is replaced without a notice', () => {
  trainer.start(smallExperiment);
  worker().onerror!({ preventDefault: () => {} });
  expect(workers).toHaveLength(2);
  expect(sent('start')).toHaveLength(1);
  expect(notices).toEqual([]);
  trainer.train(1);
  worker().onerror!({ preventDefault: () => {} });
  expect(workers).toHaveLength(3);
  expect(notices).toMatchObject([{ kind: 'respawned', step: 0 }]);
});

test('a replaced worker trains exactly the remaining steps', () => {
  trainer.start(smallExperiment);
  trainer.train(100);
  trainer.train(50);
  worker().report(checkpoint(70));
  worker().onerror!({ preventDefault: () => {} });
  expect(sent('train')).toMatchObject([{ steps: 80 }]);
});

test('a worker that replies to pings but makes no progress is replaced', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  advance(500);
  advance(2000, 'stalled');
  expect(workers.length).toBeGreaterThan(1);
});

test('a paused worker may make no progress for any time', () => {
  trainer.start(smallExperiment);
  advance(60_000, 'stalled', false);
  expect(workers).toHaveLength(1);
});

test('after the graphics card is lost twice it is distrusted for the rest of the visit', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  for (let loss = 0; loss < 2; loss++) {
    const status = { backend: 'tfjs-webgl', choice: 'auto', reason: '' } as const;
    worker().report({ type: 'engine', runId: 1, status });
    advance(500);
    advance(1500 * 2 ** loss, 'stalled');
  }
  expect(notices.map(({ distrustGpu }) => distrustGpu)).toEqual([false, true]);
  trainer.start(smallExperiment);
  expect(sent('start').at(-1)).toMatchObject({ runId: 2, distrustGpu: true });
});

test('silence is allowed while a graphics card compiles, up to a limit', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  advance(500);
  worker().report({ type: 'occupied', runId: 1, milliseconds: 10_000 });
  advance(9000, 'silent');
  expect(workers).toHaveLength(1);
  worker().report({ type: 'occupied', runId: 1, milliseconds: 0 });
  advance(500, 'silent');
  expect(workers).toHaveLength(1);
  worker().report({ type: 'occupied', runId: 1, milliseconds: 10_000 });
  advance(9000, 'stalled');
  advance(3000, 'silent');
  expect(workers).toHaveLength(2);
});

test('an engine may take several seconds for its first steps, also one that was changed to', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  worker().report({ type: 'alive', count: 0, units: 0, busy: true });
  advance(8000, 'silent');
  advance(500);
  const status = { backend: 'tfjs-webgl', choice: 'tfjs', reason: '' } as const;
  worker().report({ type: 'engine', runId: 1, status });
  advance(8000, 'silent');
  expect(workers).toHaveLength(1);
  advance(500);
  advance(2000, 'silent');
  expect(workers).toHaveLength(2);
});

test('a worker may load for several seconds', () => {
  trainer.start(smallExperiment);
  advance(8000, 'silent');
  expect(workers).toHaveLength(1);
});

test('a page that was frozen never reports a timeout', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  advance(500);
  now += 60_000;
  tick();
  expect(workers).toHaveLength(1);
  advance(500);
  expect(workers).toHaveLength(1);
});

test('a hidden page suspends its worker and its timeouts, without a report', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  advance(500);
  trainer.setVisible(false);
  advance(60_000, 'silent');
  expect(workers).toHaveLength(1);
  trainer.setVisible(true);
  expect(sent('suspend')).toMatchObject([{ suspended: true }, { suspended: false }]);
  expect(reports).toHaveLength(0);
});

test('after five losses in half a minute it fails with a message, and play tries again', () => {
  trainer.start(smallExperiment);
  trainer.train(null);
  for (let loss = 0; loss < 6; loss++) worker().onerror!({ preventDefault: () => {} });
  expect(workers).toHaveLength(6);
  expect(reports).toMatchObject([
    { type: 'failed', message: expect.stringMatching(/smaller network.*Rewind/) },
  ]);
  trainer.train(null);
  expect(workers).toHaveLength(7);
  expect(sent('train')).toHaveLength(1);
});

test('reports of other runs and outdated replies are dropped', () => {
  trainer.start(smallExperiment);
  trainer.start(smallExperiment);
  trainer.train(5);
  trainer.pause();
  trainer.train(null);
  worker().report({ type: 'paused', runId: 1, step: 3, order: 3 });
  worker().report({ type: 'paused', runId: 2, step: 3, order: 2 });
  expect(reports).toHaveLength(0);
  worker().report({ type: 'paused', runId: 2, step: 3, order: 3 });
  expect(reports).toHaveLength(1);
});

test('a released worker is recreated from its checkpoint only when it is needed', () => {
  trainer.start(smallExperiment);
  trainer.train(100);
  worker().report(checkpoint(40));
  trainer.setVisible(false);
  trainer.release();
  expect(workers[0]!.terminated).toBe(true);
  advance(5000, 'silent');
  expect(workers).toHaveLength(1);
  trainer.setVisible(true);
  expect(sent('start')).toMatchObject([{ checkpoint: { state: { step: 40 } } }]);
  expect(sent('train')).toMatchObject([{ steps: 60 }]);
  worker().report(checkpoint(100));
  worker().report({ type: 'paused', runId: 1, step: 100, order: 2 });
  trainer.release();
  trainer.setVisible(true);
  expect(workers).toHaveLength(2);
  const changed = { ...smallExperiment, prior: { ...smallExperiment.prior, sigma: 0.5 } };
  trainer.change(changed);
  expect(worker().commands.map(({ type }) => type)).toEqual(['start', 'change']);
  expect(sent('start')).toMatchObject([
    { experiment: smallExperiment, checkpoint: { state: { step: 100 } } },
  ]);
  expect(sent('change')).toMatchObject([{ experiment: changed }]);
  expect(notices).toEqual([]);
});

test('where the page forbids workers, the run fails with the reason and no other worker is started', () => {
  forbids = { reason: 'forbidden by worker-src', throws: false };
  trainer.start(smallExperiment);
  worker().onerror?.({ preventDefault: () => {} });
  expect(workers).toHaveLength(1);
  expect(reports).toEqual([{ type: 'failed', runId: 1, message: 'forbidden by worker-src' }]);
});

test('where creating a worker throws, the run fails with that error', async () => {
  forbids = { reason: null, throws: true };
  trainer.start(smallExperiment);
  trainer.train(null);
  await Promise.resolve();
  expect(reports).toContainEqual({
    type: 'failed',
    runId: 1,
    message: 'Training cannot start: This document requires TrustedScriptURL assignment',
  });
});
