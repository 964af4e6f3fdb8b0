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

test('a run continues from its state; a new run starts from the beginning', async () => {
  const { play } = loop();
  const first = await play(command);
  const second = await play(command);
  expect([first.from, second.from]).toEqual([0, 5]);
  expect(second.last?.t).toBe(9);
  const restarted = await play({ ...command, runId: 2 });
  expect(restarted).toEqual(first);
});

test('a run in pieces has the results of one in a single piece', async () => {
  const pieces = loop();
  const regrets: number[] = [];
  for (let i = 0; i < 4; i++) regrets.push(...((await pieces.play(command)).regrets.thompson ?? []));
  const whole = await loop().play({ ...command, interactions: 20 });
  expect(regrets).toEqual([...whole.regrets.thompson!]);
});

test('it returns when its time is over, after at least one mushroom', async () => {
  let time = 0;
  const { play } = loop(() => time++);
  const { abstaining, draws } = await play({ ...command, interactions: 1000, milliseconds: 3 });
  expect(abstaining.length).toBeGreaterThanOrEqual(1);
  expect(abstaining.length).toBeLessThan(10);
  expect(draws).toHaveLength(50);
});
