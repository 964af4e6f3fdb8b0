import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, freeEnergyGradientTfjs, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { initialState, posteriorOf } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { softplus } from '../../src/math/special.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { addLikelihoodCost } from '../../src/reference/logPosterior.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from '../reference/problems.ts';

const prepared = (changes: Changes) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(9) }, ...changes }));

describe('TensorFlow.js on WebGL', () => {
  beforeAll(async () => {
    expect(await prepareTfjs()).toBe(true);
  });

  // Training keeps ρ above −10; −30 is beyond that limit.
  it.each(
    (Object.keys(likelihoods) as LikelihoodKind[]).flatMap((kind) =>
      [-30, -10].map((rho) => [kind, rho] as const),
    ),
  )(
    'Flipout perturbs ΔW alone: with σ → 0 it is the deterministic network (%s, ρ = %i)',
    async (kind, rho) => {
      const { task } = likelihoods[kind];
      const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
      const problem = prepared({
        dataset: { points, task },
        likelihood: { kind },
        network: { hidden: [6, 4], activation: 'tanh' },
        inference: { estimator: 'flipout', klWeight: 0 },
      });
      const { parameters } = initialState(problem);
      const { mu, logNoise } = posteriorOf(problem, parameters);
      parameters.fill(rho, mu.length, 2 * mu.length);
      const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
      const expected = new Float64Array(mu.length);
      const { cost, logNoise: byLogNoise } = addLikelihoodCost(problem, mu, logNoise, data, 1, expected);
      const { costs, gradient } = await freeEnergyGradientTfjs(problem, parameters, 3);
      // First order in σ, times the noise of some 60 weights, plus float32 rounding.
      const tolerance = 1e-4 + 100 * softplus(rho);
      expect(Math.abs(costs.likelihoodCost / cost - 1)).toBeLessThan(tolerance);
      const largest = Math.max(...expected.map(Math.abs));
      expected.forEach((value, i) =>
        expect(Math.abs(gradient[i]! - value)).toBeLessThan(tolerance * largest),
      );
      expect(Math.abs(gradient.at(-1)! - byLogNoise)).toBeLessThan(tolerance * (1 + Math.abs(byLogNoise)));
    },
  );

  const farOut = () => {
    const problem = prepared({
      dataset: { points: [] },
      prior: { kind: 'scale-mixture', sigma1: 0.5, sigma2: Math.exp(-6), pi: 0.25 },
      inference: { kl: 'monte-carlo', samples: 1, initialSigma: 1e-3 },
    });
    const start = initialState(problem);
    const count = problem.plan.parameterCount;
    for (let i = 0; i < count; i++) start.parameters[i] = i % 2 ? -40 : 40;
    return { problem, start, count };
  };

  it('the scale mixture’s gradient at w = ±40 is that of its wide component, not zero', async () => {
    const { problem, start, count } = farOut();
    const { costs, gradient } = await freeEnergyGradientTfjs(problem, start.parameters, 0);
    // KL contains −log p(w), so its slope is w/σ₁²; ε moves w by a few thousandths.
    for (let i = 0; i < count; i++)
      expect(Math.abs(gradient[i]! / (start.parameters[i]! / 0.25) - 1)).toBeLessThan(1e-3);
    expect(Number.isFinite(costs.complexityCost)).toBe(true);
  });

  it('without data, one training step moves such weights towards zero', async () => {
    const { problem, start, count } = farOut();
    const engine = createTfjsEngine(problem, start);
    expect(await engine.train(1, 1e9)).toBe(1);
    const { parameters } = await engine.state();
    engine.dispose();
    // Adam’s first step is the learning rate, 0.01, against the sign of the gradient.
    for (let i = 0; i < count; i++) expect(Math.abs(parameters[i]!)).toBeCloseTo(39.99, 4);
    expect(parameters.every(Number.isFinite)).toBe(true);
  });
});
