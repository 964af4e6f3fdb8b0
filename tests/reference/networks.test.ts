import { describe, expect, it } from 'vitest';
import { initialState, posteriorOf } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { batchOfStep } from '../../src/experiment/problem/problem.ts';
import { softplus } from '../../src/math/special.ts';
import { activations, type CellKind, cells, networkOutputs } from '../../src/model/networks/index.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { batchData, likelihoodCost } from '../../src/reference/likelihoodCost.ts';
import { noisyMaps } from '../../src/reference/localReparameterization.ts';
import { addLikelihoodCost } from '../../src/reference/logPosterior.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { images, rowsOf, series } from './networkProblems.ts';
import { type Changes, testExperiment } from './problems.ts';

const prepared = (changes: Changes) => prepareProblem(testExperiment(changes));
const cellKinds = Object.keys(cells) as CellKind[];

const cases = [
  ...(['weight-sampling', 'local-reparameterization', 'flipout'] as const).map(
    (estimator) => ['convolutional', estimator, images] as const,
  ),
  ...(['weight-sampling', 'flipout'] as const).flatMap((estimator) =>
    cellKinds.map((cell) => [cell, estimator, series(cell)] as const),
  ),
];

describe.each(cases)('a Bayesian %s network by %s', (_kind, estimator, changes) => {
  it('with σ → 0 is the deterministic network, in cost and gradient', () => {
    const problem = prepared({ ...changes, inference: { estimator, samples: 1 } });
    const { parameters } = initialState(problem);
    const { parameterCount } = problem.plan;
    const rho = -25;
    parameters.fill(rho, parameterCount, 2 * parameterCount);
    const { mu, logNoise } = posteriorOf(problem, parameters);
    const data = batchData(problem, batchOfStep(problem, 0));
    const gradient = new Float64Array(parameterCount);
    const { cost } = addLikelihoodCost(problem, mu, logNoise, data, 1, gradient);
    const { costs } = freeEnergyGradient(problem, parameters, 0);
    // First order in σ, times the noise of a few hundred weights.
    expect(Math.abs(costs.likelihoodCost / cost - 1)).toBeLessThan(1e3 * softplus(rho));
  });

  it('learns: after 60 steps the free energy is lower than at the start', async () => {
    const problem = prepared({
      ...changes,
      inference: { estimator, samples: 2, optimizer: { kind: 'adam', learningRate: 0.02 } },
    });
    const start = initialState(problem);
    const engine = createReferenceEngine(problem, start);
    await engine.train(60, 60_000);
    const { parameters } = await engine.state();
    // The noise of twenty steps, the same for both estimates.
    const mean = (at: Float64Array) =>
      Array.from({ length: 20 }, (_, k) => {
        const { costs } = freeEnergyGradient(problem, at, 1000 + k);
        return costs.complexityCost + costs.likelihoodCost;
      }).reduce((sum, value) => sum + value, 0);
    expect(mean(parameters)).toBeLessThan(mean(start.parameters));
  });
});

describe.each(cellKinds)('a recurrent network, %s', (cell) => {
  it('has one draw of its weights for a whole series, and for the whole batch', () => {
    const problem = prepared({ ...series(cell), inference: { estimator: 'weight-sampling', samples: 1 } });
    const { parameters } = initialState(problem);
    const { mu, sigma, logNoise } = posteriorOf(problem, parameters);
    const epsilon = weightNoise(mu.length, problem.experiment.seed, 5, 0);
    const weights = mu.map((mean, i) => mean + sigma[i]! * epsilon[i]!);
    const outputs = networkOutputs(problem.plan, activations.relu, weights, problem.inputs);
    const data = batchData(problem, batchOfStep(problem, 5));
    const expected = likelihoodCost(problem, data, outputs, logNoise, 1).cost;
    expect(freeEnergyGradient(problem, parameters, 5).costs.likelihoodCost).toBeCloseTo(expected, 9);
  });

  it('counts the KL of its weights once, for a series of any length', () => {
    const complexity = (steps: number) => {
      const problem = prepared({
        ...series(cell),
        dataset: { points: rowsOf(steps, 6, 'regression') },
        inference: { estimator: 'weight-sampling', kl: 'analytic' },
      });
      const { parameters } = initialState(problem);
      return freeEnergyGradient(problem, parameters, 0).costs.complexityCost;
    };
    expect(complexity(9)).toBe(complexity(2));
  });
});

it('local reparameterisation of a convolution has the mean and variance of two convolutions', () => {
  // One image repeated: the outputs at each place are draws of one distribution.
  const n = 20_000;
  const image = rowsOf(4, 1, 'regression')[0]!;
  const problem = prepared({
    dataset: { points: Array.from({ length: n }, () => image), standardize: false },
    network: { kind: 'convolutional', channels: [1], kernelSize: 3, hidden: [], activation: 'linear' },
    inference: { estimator: 'local-reparameterization', initialSigma: 0.3 },
  });
  const { mu, sigma } = posteriorOf(problem, initialState(problem).parameters);
  const layer = problem.plan.layers[0]!;
  const drawn = noisyMaps(
    {
      problem,
      mu,
      sigma,
      weights: mu,
      epsilon: mu,
      step: 0,
      sample: 0,
      inputs: problem.inputs,
      rows: n,
      cost: (outputs) => outputs,
      gradientMu: mu.slice(),
      gradientSigma: mu.slice(),
    },
    new Float64Array(mu.length),
  );
  // At place (0, 0) the image lies under the lower right of the kernel: offsets 4, 5, 7, 8.
  const patches = new Float64Array(9 * n);
  for (let row = 0; row < n; row++)
    patches.set([0, 0, 0, 0, image.x[0]!, image.x[1]!, 0, image.x[2]!, image.x[3]!], 9 * row);
  const { outputs } = drawn(0, patches, n, 1);
  const seen = [4, 5, 7, 8];
  const mean = seen.reduce((sum, k, i) => sum + mu[k]! * image.x[i]!, mu[layer.biasOffset]!);
  const variance = seen.reduce(
    (sum, k, i) => sum + (sigma[k]! * image.x[i]!) ** 2,
    sigma[layer.biasOffset]! ** 2,
  );
  const average = outputs.reduce((sum, value) => sum + value, 0) / n;
  const scatter = outputs.reduce((sum, value) => sum + (value - average) ** 2, 0) / (n - 1);
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / n));
  // The relative standard error of the variance of n normal draws is √(2/n).
  expect(Math.abs(scatter / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
});
