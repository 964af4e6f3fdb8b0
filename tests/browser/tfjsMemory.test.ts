import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createTfjsEngine, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/problem/problem.ts';
import { expectMeanFieldOptimum, trainToOptimum } from '../reference/optimum.ts';
import { linearProblem, sinePoints, testExperiment } from '../reference/problems.ts';
import { isFullSize, sized } from '../testSize.ts';

describe('tensors', () => {
  it.each([
    { webgl: false, steps: sized(10_000) },
    { webgl: true, steps: 100 },
  ])(
    'stay as many over $steps steps (WebGL: $webgl), and all go with the engine',
    async ({ webgl, steps }) => {
      await prepareTfjs({ webgl });
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
      for (let taken = 10; taken < steps; ) taken += await engine.train(steps - taken, 500);
      await engine.outputs(problem.inputs, 0, 4);
      expect(memory().numTensors).toBe(running);
      engine.dispose();
      expect(memory().numTensors).toBe(before);
    },
  );
});

describe('Bayesian linear regression', () => {
  it.each([
    { webgl: false, estimator: 'weight-sampling' },
    { webgl: false, estimator: 'local-reparameterization' },
    // The same operations give the same gradients on WebGL (tfjsGradients.test.ts); 20 s on software graphics.
    ...(isFullSize ? [{ webgl: true, estimator: 'local-reparameterization' } as const] : []),
  ] as const)('reaches the mean-field optimum (WebGL: $webgl, $estimator)', async ({ webgl, estimator }) => {
    await prepareTfjs({ webgl });
    expectMeanFieldOptimum(await trainToOptimum(createTfjsEngine, { inference: { estimator } }));
  });

  it('that is lost to a learning rate too large to stay finite rolls back to the last good state', async () => {
    await prepareTfjs({ webgl: false });
    const problem = linearProblem();
    const start = initialState(problem);
    start.parameters.fill(1e30, 0, 2);
    const engine = createTfjsEngine(problem, start);
    await expect(engine.train(5, 1e9)).rejects.toMatchObject({ name: 'NonFiniteStep' });
    expect((await engine.state()).step).toBe(0);
    engine.dispose();
  });
});
