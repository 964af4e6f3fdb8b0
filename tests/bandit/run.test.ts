import { expect, test } from 'vitest';
import { agents } from '../../src/bandit/agents.ts';
import { expectedReward, oracleAction, regretOf } from '../../src/bandit/rewards.ts';
import { createBanditRun, type Interaction } from '../../src/bandit/run.ts';
import { runInteractions } from '../../src/bandit/runInteractions.ts';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { BanditAgentId, Experiment } from '../../src/experiment/document/experiment.ts';
import type { EngineFactory } from '../../src/experiment/engine/engine.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

const usual = defaultExperiment().bandit;
const small: Experiment['bandit'] = { ...usual, units: 4, seed: 3 };

async function play(
  settings: Experiment['bandit'],
  interactions: number,
  createEngine: EngineFactory = createWasmEngine(),
): Promise<readonly Interaction[]> {
  const run = createBanditRun(settings, createEngine);
  const met: Interaction[] = [];
  while (met.length < interactions) met.push(await run.interact());
  run.dispose();
  return met;
}

function regretsOf(met: readonly Interaction[], id: BanditAgentId): number[] {
  return met.map(({ decisions }) => decisions.find((one) => one.id === id)!.regret);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Standard error of the mean of independent values. */
function errorOf(values: readonly number[]): number {
  const middle = mean(values);
  const variance = sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}

test('equal settings give equal runs, another seed gives another run', async () => {
  const [once, again, other] = [
    await play(small, 60),
    await play(small, 60),
    await play({ ...small, seed: 4 }, 60),
  ];
  expect(again).toEqual(once);
  expect(other).not.toEqual(once);
});

test('all agents see the same mushrooms, and agents do not affect each other', async () => {
  const all = await play(small, 60);
  const alone = await play({ ...small, agents: ['greedy'] }, 60);
  expect(alone.map(({ mushroom }) => mushroom)).toEqual(all.map(({ mushroom }) => mushroom));
  expect(alone.map(({ decisions }) => decisions[0])).toEqual(all.map(({ decisions }) => decisions[1]));
});

test('an agent that does not explore takes the action of the highest expected reward; equal actions get equal rewards', async () => {
  for (const { mushroom, decisions } of await play(small, 60)) {
    for (const { action, explored, expected, regret } of decisions) {
      if (!explored) expect(action).toBe(expected[1]! > expected[0]! ? 'eat' : 'leave');
      expect(regret).toBe(regretOf(action, mushroom.edible));
    }
    const fares = decisions.filter(({ action }) => action === 'eat').map(({ reward }) => reward);
    expect(new Set(fares).size).toBeLessThanOrEqual(1);
  }
});

test('regret is the oracle’s expected reward minus the agent’s, summed over mushrooms', async () => {
  const met = await play(small, 40);
  const oracle = sum(met.map(({ mushroom: { edible } }) => expectedReward(oracleAction(edible), edible)));
  const gained = (id: BanditAgentId) =>
    sum(
      met.map(({ mushroom, decisions }) =>
        expectedReward(decisions.find((one) => one.id === id)!.action, mushroom.edible),
      ),
    );
  for (const id of small.agents) expect(sum(regretsOf(met, id))).toBeCloseTo(oracle - gained(id), 9);
});

/** Does not learn, and always predicts that eating is better. */
const glutton: EngineFactory = (problem, state) => ({
  ...createReferenceEngine(problem, state),
  train: async () => 0,
  outputs: async (_inputs, _firstDraw, draws) => Float64Array.from({ length: 2 * draws }, (_, at) => at % 2),
});

test('a poisonous mushroom is harmful half of the time, and agents explore with probability ε', async () => {
  const met = await play(small, 3000, glutton);
  const share = (times: number, of: number, probability: number) =>
    Math.abs(times / of - probability) / Math.sqrt((probability * (1 - probability)) / of);
  for (const id of ['epsilon-1', 'epsilon-5'] as const) {
    const explored = met.filter(({ decisions }) => decisions.find((one) => one.id === id)!.explored).length;
    expect(share(explored, met.length, agents[id].epsilon)).toBeLessThan(4);
  }
  for (const { decisions } of met)
    for (const { id, explored } of decisions) if (agents[id].epsilon === 0) expect(explored).toBe(false);
  const eaten = met.filter(({ mushroom }) => !mushroom.edible).map(({ decisions }) => decisions[0]!.reward);
  expect(share(eaten.filter((reward) => reward === -35).length, eaten.length, 0.5)).toBeLessThan(4);
});

test('on the same noise wasm and reference make the same decisions, with numbers equal to float32 rounding', async () => {
  // Rewards of at most 35 in float32, whose rounding is 2⁻²⁴ of them, through at most 50 operations one after the other.
  const tolerance = 50 * 35 * 2 ** -24;
  const [fast, exact] = [await play(small, 24), await play(small, 24, createReferenceEngine)];
  fast.forEach(({ decisions }, t) => {
    decisions.forEach(({ action, explored, expected }, player) => {
      const exactDecision = exact[t]!.decisions[player]!;
      expect({ action, explored }).toEqual({
        action: exactDecision.action,
        explored: exactDecision.explored,
      });
      for (const option of [0, 1])
        expect(Math.abs(expected[option]! - exactDecision.expected[option]!)).toBeLessThan(tolerance);
    });
  });
});

test('runInteractions returns the regret of each interaction in order', async () => {
  const run = createBanditRun(small, createWasmEngine());
  const { regrets, abstaining, last, draws } = await runInteractions(run, 0, {
    interactions: 30,
    milliseconds: 1,
    now: () => 0,
  });
  const met = await play(small, 30);
  for (const id of small.agents) expect([...(regrets[id] ?? [])]).toEqual(regretsOf(met, id));
  expect([...abstaining]).toEqual(met.map(({ mushroom }) => (mushroom.edible ? 5 : 0)));
  expect(last).toEqual(met.at(-1));
  expect(new Set(draws).size).toBe(50);
});

test('Thompson sampling has less regret than the greedy agent, and its regret per mushroom falls', async () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const runs: (readonly Interaction[])[] = [];
  for (const seed of seeds) runs.push(await play({ ...usual, seed, agents: ['thompson', 'greedy'] }, 1000));
  const totals = (id: BanditAgentId) => runs.map((met) => sum(regretsOf(met, id)));
  const greedy = totals('greedy');
  // Paired by seed: both agents see the same mushrooms. Two standard errors of the mean difference contain 97.7 % of
  // normal means on one side.
  const saved = totals('thompson').map((total, run) => greedy[run]! - total);
  expect(mean(saved)).toBeGreaterThan(2 * errorOf(saved));

  const part = (met: readonly Interaction[], from: number) =>
    mean(regretsOf(met, 'thompson').slice(from, from + 200));
  const gained = runs.map((met) => part(met, 0) - part(met, 800));
  expect(mean(gained)).toBeGreaterThan(2 * errorOf(gained));
});
