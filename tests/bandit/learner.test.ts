import { expect, test } from 'vitest';
import { agents } from '../../src/bandit/agents.ts';
import {
  createLearner,
  inputCount,
  learnerExperiment,
  rewardScale,
  writeInputs,
} from '../../src/bandit/learner.ts';
import { features } from '../../src/bandit/mushrooms.ts';
import { createReplay } from '../../src/bandit/replay.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Engine, EngineFactory } from '../../src/experiment/engine/engine.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { softplus } from '../../src/math/special.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

const settings = { ...defaultExperiment().bandit, units: 3, seed: 5 };
const context = features.map((_, index) => index % 3 === 0);

/** A reference engine factory that exposes the last engine it created. */
function watchedEngine() {
  const made: { engine: Engine; problem: Problem }[] = [];
  const create: EngineFactory = (problem, state) => {
    const engine = createReferenceEngine(problem, state);
    made.push({ engine, problem });
    return engine;
  };
  return { create, last: () => made.at(-1)! };
}

/** Hand-written network with two ReLU layers. weights: per layer the kernel [in, out] row-major, then its biases. */
function network(weights: Float64Array, inputs: Float64Array): number {
  let values = [...inputs];
  let at = 0;
  for (const [layer, width] of [settings.units, settings.units, 1].entries()) {
    const from = values;
    values = Array.from({ length: width }, (_, unit) => {
      const sum = from.reduce((total, value, row) => total + value * weights[at + row * width + unit]!, 0);
      const output = sum + weights[at + from.length * width + unit]!;
      return layer < 2 ? Math.max(0, output) : output;
    });
    at += (from.length + 1) * width;
  }
  return values[0]!;
}

function inputsOf(action: 'eat' | 'leave'): Float64Array {
  const inputs = new Float64Array(inputCount);
  writeInputs(context, action, inputs);
  return inputs;
}

test('a network sees features as ±1 and the action one-hot', () => {
  expect([...inputsOf('eat')]).toEqual([...context.map((has) => (has ? 1 : -1)), 0, 1]);
  expect([...inputsOf('leave')].slice(-2)).toEqual([1, 0]);
});

test('a decision uses one draw of the weights for both actions', async () => {
  const { create, last } = watchedEngine();
  const learner = createLearner(agents.thompson, settings, create);
  for (const draw of [0, 1, 17]) {
    const expected = await learner.expected(context, draw, 1);
    const { weights } = await last().engine.draws(draw, 1);
    expect(expected).toHaveLength(2);
    expect(expected[0]).toBeCloseTo(rewardScale * network(weights, inputsOf('leave')), 9);
    expect(expected[1]).toBeCloseTo(rewardScale * network(weights, inputsOf('eat')), 9);
  }
});

test('draws of Thompson sampling differ, those of a point network are nearly equal', async () => {
  const spread = async (agent: (typeof agents)['thompson' | 'greedy']) => {
    const expected = await createLearner(agent, settings, createReferenceEngine).expected(context, 0, 40);
    const eaten = expected.filter((_, index) => index % 2 === 1);
    return Math.max(...eaten) - Math.min(...eaten);
  };
  const [thompson, greedy] = [await spread(agents.thompson), await spread(agents.greedy)];
  expect(greedy).toBeLessThan(0.05);
  expect(thompson).toBeGreaterThan(20 * greedy);
});

test('the networks of the agents differ only in their q', () => {
  const [thompson, greedy] = [agents.thompson, agents.greedy].map((agent) =>
    learnerExperiment(agent, settings),
  );
  expect(thompson!.network).toEqual(greedy!.network);
  expect(thompson!.inference.optimizer).toEqual(greedy!.inference.optimizer);
  expect(thompson!.inference.batchSize).toBe(64);
  expect([thompson!.inference.klWeight, greedy!.inference.klWeight]).toEqual([1, 0]);
});

test('learning fits the replay buffer and keeps σ at 0 for a point network', async () => {
  const { create, last } = watchedEngine();
  const learner = createLearner(agents.greedy, { ...settings, units: 8 }, create);
  const replay = createReplay(inputCount);
  for (let i = 0; i < 32; i++) {
    replay.add(inputsOf('eat'), -15 / rewardScale);
    replay.add(inputsOf('leave'), 0);
  }
  for (let block = 0; block < 10; block++) await learner.learn(replay, 40);
  const [leave, eat] = await learner.expected(context, 0, 1);
  expect(leave).toBeCloseTo(0, 0);
  expect(eat).toBeCloseTo(-15, 0);
  const { parameters } = await last().engine.state();
  const count = last().problem.plan.parameterCount;
  for (const rho of parameters.slice(count, 2 * count)) expect(softplus(rho)).toBeLessThan(2e-4);
});
