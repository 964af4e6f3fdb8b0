import { afterEach, expect, test, vi } from 'vitest';
import type { BanditProgress } from '../../src/bandit/runInteractions.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { type BanditWorker, createBandit, MAX_INTERACTIONS } from '../../src/store/bandit.ts';
import { emptyRecord, withProgress } from '../../src/store/banditRecord.ts';
import type { BanditCommand, BanditReport } from '../../src/worker/banditProtocol.ts';
import { until } from '../worker/until.ts';

afterEach(() => void vi.useRealTimers());

const settings = { ...defaultExperiment().bandit, agents: ['thompson', 'greedy'] as const };

function taken(from: number, thompson: readonly number[], greedy: readonly number[]): BanditProgress {
  return {
    from,
    regrets: { thompson: Float64Array.from(thompson), greedy: Float64Array.from(greedy) },
    abstaining: new Float64Array(thompson.length).fill(5),
    last: null,
    draws: new Float64Array(0),
    rule: 'a rule',
  };
}

/** A worker that sends only the reports that the test sends through it. */
function standIn() {
  const commands: BanditCommand[] = [];
  let ended = 0;
  const worker: BanditWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (command) => commands.push(command),
    terminate: () => {
      ended++;
    },
  };
  const report = (data: BanditReport) => worker.onmessage?.({ data } as MessageEvent<BanditReport>);
  return { worker, commands, report, ended: () => ended };
}

function answered(count = 1) {
  const { worker, commands, report, ended } = standIn();
  const bandit = createBandit(settings, () => worker);
  const answer = () => {
    const { runId } = commands.at(-1)!;
    const { interactions } = bandit.store.getState().record;
    const regret = new Array<number>(count).fill(5);
    report({ type: 'bandit-played', runId, progress: taken(interactions, regret, regret) });
  };
  return { bandit, commands, report, answer, ended };
}

test('regret accumulates over pieces', () => {
  const once = withProgress(emptyRecord(settings.agents), taken(0, [5, 0], [0, 15]));
  const twice = withProgress(once, taken(2, [15], [0]));
  expect(twice.agents).toEqual([
    { id: 'thompson', regret: [5, 5, 20] },
    { id: 'greedy', regret: [0, 15, 15] },
  ]);
  expect(twice.abstaining).toEqual([5, 10, 15]);
  expect(twice.interactions).toBe(3);
});

test('progress that does not continue the record changes nothing', () => {
  const record = withProgress(emptyRecord(settings.agents), taken(0, [5], [5]));
  expect(withProgress(record, taken(0, [5], [5]))).toBe(record);
});

test('it requests the next piece only after the last result, and stops when paused', async () => {
  const { bandit, commands, answer } = answered();
  bandit.play();
  bandit.play();
  expect(commands).toHaveLength(1);
  answer();
  await until(() => commands.length === 2);
  bandit.pause();
  answer();
  expect(bandit.store.getState()).toMatchObject({ kind: 'resting', record: { interactions: 2 } });
  bandit.step();
  expect(commands.at(-1)).toMatchObject({ interactions: 1 });
  answer();
  expect(bandit.store.getState()).toMatchObject({ kind: 'resting', record: { interactions: 3 } });
  expect(commands).toHaveLength(3);
});

test('a reset clears the record, and results of the old run are ignored', () => {
  const { bandit, commands, report, answer } = answered();
  bandit.step();
  answer();
  bandit.step();
  const { runId } = commands.at(-1)!;
  bandit.reset({ ...settings, seed: 9 });
  report({ type: 'bandit-played', runId, progress: taken(0, [5], [5]) });
  expect(bandit.store.getState().record).toEqual(emptyRecord(settings.agents));
  bandit.step();
  expect(commands.at(-1)).toMatchObject({ settings: { seed: 9 } });
  expect(commands.at(-1)?.runId).not.toBe(runId);
});

test('it ends when there are no more mushrooms', async () => {
  const { bandit, commands, answer } = answered(MAX_INTERACTIONS);
  bandit.play();
  expect(commands.at(-1)?.interactions).toBe(MAX_INTERACTIONS);
  answer();
  await until(() => bandit.store.getState().kind === 'resting');
  expect(commands).toHaveLength(1);
});

test('a worker that fails ends the run with a reason; a reset starts another', () => {
  const { bandit, commands, report, answer, ended } = answered();
  bandit.play();
  report({ type: 'bandit-failed', runId: commands.at(-1)!.runId, message: 'out of memory' });
  expect(bandit.store.getState()).toMatchObject({ kind: 'failed', message: expect.stringMatching(/Reset/) });
  expect(ended()).toBe(1);
  bandit.play();
  expect(commands).toHaveLength(1);
  bandit.reset(settings);
  bandit.step();
  answer();
  expect(bandit.store.getState().record.interactions).toBe(1);
});

test('a hidden bandit requests nothing, and continues when it is visible', () => {
  vi.useFakeTimers();
  const { bandit, commands, answer } = answered();
  bandit.play();
  bandit.setVisible(false);
  answer();
  vi.advanceTimersByTime(60_000);
  expect(commands).toHaveLength(1);
  expect(bandit.store.getState().kind).toBe('playing');
  bandit.setVisible(true);
  expect(commands).toHaveLength(2);
  bandit.dispose();
});
