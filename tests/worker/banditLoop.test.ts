import { expect, test } from 'vitest';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { createBanditLoop } from '../../src/worker/banditLoop.ts';
import type { BanditCommand, BanditReport } from '../../src/worker/banditProtocol.ts';
import { nextTask } from './loopHarness.ts';

const settings = { ...defaultExperiment().bandit, units: 4 };
const command: BanditCommand = { type: 'bandit', runId: 1, settings, interactions: 5, milliseconds: 1e9 };

function loop(now = () => 0) {
  const reports: BanditReport[] = [];
  const obey = createBanditLoop({
    createEngine: createReferenceEngine,
    now,
    post: (report) => reports.push(report),
  });
  const play = async (one: BanditCommand) => {
    const before = reports.length;
    obey(one);
    while (reports.length === before) await nextTask();
    const report = reports.at(-1)!;
    if (report.type !== 'bandit-played') throw new Error(report.message);
    return report.progress;
  };
  return { play };
}

test('a run goes on where it was, and a new one begins anew', async () => {
  const { play } = loop();
  const first = await play(command);
  const second = await play(command);
  expect([first.from, second.from]).toEqual([0, 5]);
  expect(second.last?.t).toBe(9);
  const anew = await play({ ...command, runId: 2 });
  expect(anew).toEqual(first);
});

test('what is told in pieces is what is told at once', async () => {
  const pieces = loop();
  const told: number[] = [];
  for (let i = 0; i < 4; i++) told.push(...((await pieces.play(command)).regrets.thompson ?? []));
  const whole = await loop().play({ ...command, interactions: 20 });
  expect(told).toEqual([...whole.regrets.thompson!]);
});

test('when time is up it answers, after one mushroom at least', async () => {
  let time = 0;
  const { play } = loop(() => time++);
  const { abstaining, draws } = await play({ ...command, interactions: 1000, milliseconds: 3 });
  expect(abstaining.length).toBeGreaterThanOrEqual(1);
  expect(abstaining.length).toBeLessThan(10);
  expect(draws).toHaveLength(50);
});
