import { expect, test } from 'vitest';
import {
  addNotice,
  addNoticeBehind,
  type Notice,
  respawnText,
  restartText,
} from '../../src/store/notices.ts';
import { isTraining, latestStep, nextRun, type Run, stepOf } from '../../src/store/run.ts';
import type { PlaygroundState } from '../../src/store/state.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';

const training: Run = { kind: 'training', steps: null };

test('a run is idle, trains, pauses, and is idle again after a restart', () => {
  let run: Run = nextRun({ kind: 'failed', message: 'x' }, { type: 'started', step: 0 });
  expect(run).toEqual({ kind: 'idle' });
  run = nextRun(run, { type: 'asked', steps: 10 });
  expect(run).toEqual({ kind: 'training', steps: 10 });
  run = nextRun(run, { type: 'paused', runId: 1, step: 10, order: 1 });
  expect(run).toEqual({ kind: 'paused', step: 10 });
  expect(nextRun(run, { type: 'started', step: 0 })).toEqual({ kind: 'idle' });
});

test('a requested pause is a state until the worker confirms it, and training again cancels it', () => {
  const pausing = nextRun(training, { type: 'pause-asked' });
  expect(pausing).toEqual({ kind: 'training', steps: null, pausing: true });
  expect([isTraining(training), isTraining(pausing)]).toEqual([true, false]);
  expect(nextRun(pausing, { type: 'paused', runId: 1, step: 7, order: 2 })).toEqual({
    kind: 'paused',
    step: 7,
  });
  expect(nextRun(pausing, { type: 'asked', steps: null })).toEqual(training);
  expect(nextRun({ kind: 'idle' }, { type: 'pause-asked' })).toEqual({ kind: 'idle' });
});

test('divergence and failure are states with a reason', () => {
  const diverged = nextRun(training, { type: 'diverged', runId: 1, step: 212, term: 'likelihoodCost' });
  expect(diverged).toEqual({ kind: 'diverged', step: 212, term: 'likelihoodCost' });
  expect(nextRun(training, { type: 'failed', runId: 1, message: 'why' })).toEqual({
    kind: 'failed',
    message: 'why',
  });
});

test('a pause is at its own step before its snapshot arrives', () => {
  expect(stepOf({ kind: 'paused', step: 12 }, 9)).toBe(12);
  expect(stepOf(training, 9)).toBe(9);
  expect(stepOf({ kind: 'idle' }, 0)).toBe(0);
});

test('the latest step is that of the run, whichever picture is held', () => {
  const at = (step: number) => ({ step }) as NonNullable<PlaygroundState['snapshot']>;
  const moments = [{ snapshot: at(40), checkpoint: null, bytes: 0 }];
  expect(latestStep({ run: training, moments, snapshot: at(3) })).toBe(40);
  expect(latestStep({ run: { kind: 'paused', step: 41 }, moments, snapshot: at(3) })).toBe(41);
  expect(latestStep({ run: { kind: 'idle' }, moments: [], snapshot: null })).toBe(0);
});

test('a report without a change of state keeps the run', () => {
  const status = { backend: 'reference', choice: 'auto', reason: '' } as const;
  expect(nextRun(training, { type: 'engine', runId: 1, status })).toBe(training);
});

test('notices report each fact once, and what restarted a run', () => {
  const notices = ['a', 'b', 'a'].reduce<readonly Notice[]>((all, text) => addNotice(all, text), []);
  expect(notices.map(({ text }) => text)).toEqual(['b', 'a']);
  expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
  // The last one is on screen.
  const behind = addNoticeBehind(notices, 'c');
  expect(behind.map(({ text }) => text)).toEqual(['c', 'b', 'a']);
  expect(new Set(behind.map(({ id }) => id)).size).toBe(3);
  const wider = { ...smallExperiment, network: { ...smallExperiment.network, hidden: [9] } };
  expect(restartText(smallExperiment, wider)).toBe('Restarted: the network changed');
  expect(respawnText({ kind: 'respawned', step: 1240, distrustGpu: false })).toBe(
    'Training stopped responding and was restarted at step 1,240; nothing up to there was lost.',
  );
});
