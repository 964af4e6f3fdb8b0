import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, freeEnergyGradientTfjs, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { prepareProblem } from '../../src/experiment/problem.ts';
import type { Backend } from '../../src/experiment/snapshot.ts';
import { initialState } from '../../src/experiment/state.ts';
import { type LikelihoodKind, likelihoods } from '../../src/likelihoods/index.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from '../reference/problems.ts';

const backends: readonly Backend[] = ['tfjs-webgl', 'tfjs-cpu'];
const prepared = (changes: Changes) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(9) }, ...changes }));

describe.each(backends)('on %s', (backend) => {
  beforeAll(async () => {
    expect(await prepareTfjs({ webgl: backend === 'tfjs-webgl' })).toBe(backend);
  });

  it.each(Object.keys(likelihoods) as LikelihoodKind[])(
    'Flipout perturbs ΔW alone: with σ → 0 it is the deterministic network (%s)',
    async (kind) => {
      const { task } = likelihoods[kind];
      const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
      const sure = (estimator: 'flipout' | 'weight-sampling') =>
        prepared({
          dataset: { points, task },
          likelihood: { kind },
          network: { hidden: [6, 4], activation: 'tanh' },
          inference: { estimator, klWeight: 0, initialSigma: 1e-4 },
        });
      const problem = sure('flipout');
      const { parameters } = initialState(problem);
      parameters.fill(-10, problem.plan.parameterCount, 2 * problem.plan.parameterCount);
      const { costs, gradient } = await freeEnergyGradientTfjs(problem, parameters, 3);
      const truth = freeEnergyGradient(sure('weight-sampling'), parameters, 3);
      expect(Math.abs(costs.likelihoodCost / truth.costs.likelihoodCost - 1)).toBeLessThan(1e-3);
      const count = problem.plan.parameterCount;
      const largest = Math.max(...truth.gradient.subarray(0, count).map(Math.abs));
      // σ = 4.5e-5 leaves that much of the noise.
      for (let i = 0; i < count; i++)
        expect(Math.abs(gradient[i]! - truth.gradient[i]!)).toBeLessThan(2e-3 * largest);
    },
  );

  it('training pulls a weight at 40 back under a scale mixture', async () => {
    const problem = prepared({
      prior: { kind: 'scale-mixture', sigma1: 1, sigma2: Math.exp(-6), pi: 0.25 },
      inference: { kl: 'monte-carlo' },
    });
    const start = initialState(problem);
    start.parameters[0] = 40;
    const engine = createTfjsEngine(problem, start);
    for (let taken = 0; taken < 10; ) taken += await engine.train(10 - taken, 1e9);
    const { parameters } = await engine.state();
    engine.dispose();
    expect(parameters[0]).toBeLessThan(40);
    expect(parameters.every(Number.isFinite)).toBe(true);
  });
});
