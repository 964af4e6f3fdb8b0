import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { expectMeanFieldOptimum, trainToOptimum } from '../reference/optimum.ts';
import { linearProblem, sinePoints, testExperiment } from '../reference/problems.ts';

beforeAll(async () => {
  expect(await prepareTfjs()).toBe(true);
});

it('the number of tensors is constant over 200 steps, and zero after the engine is disposed of', async () => {
  const before = memory().numTensors;
  const problem = prepareProblem(
    testExperiment({
      dataset: { points: sinePoints(5) },
      network: { hidden: [3] },
      inference: { samples: 1 },
    }),
  );
  const engine = createTfjsEngine(problem, initialState(problem));
  await engine.train(10, 1e9);
  await engine.outputs(problem.inputs, 0, 4);
  const running = memory().numTensors;
  for (let taken = 10; taken < 200; ) taken += await engine.train(200 - taken, 500);
  await engine.outputs(problem.inputs, 0, 4);
  expect(memory().numTensors).toBe(running);
  engine.dispose();
  expect(memory().numTensors).toBe(before);
});

describe('Bayesian linear regression', () => {
  it.each(['weight-sampling', 'local-reparameterization'] as const)(
    'reaches the mean-field optimum by %s',
    async (estimator) => {
      // Fewer steps than elsewhere: each takes tens of milliseconds on software WebGL.
      const optimum = await trainToOptimum(createTfjsEngine, { inference: { estimator } }, [200, 200]);
      expectMeanFieldOptimum(optimum);
    },
  );

  it('after divergence from too large a learning rate the run rolls back to the last finite state', async () => {
    const problem = linearProblem();
    const start = initialState(problem);
    start.parameters.fill(1e30, 0, 2);
    const engine = createTfjsEngine(problem, start);
    await expect(engine.train(5, 1e9)).rejects.toMatchObject({ name: 'NonFiniteStep' });
    expect((await engine.state()).step).toBe(0);
    engine.dispose();
  });
});
