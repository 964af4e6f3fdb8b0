import { describe, expect, it } from 'vitest';
import { type EstimatorKind, estimators, klSchedules } from '../../src/estimators/index.ts';
import { prepareProblem } from '../../src/experiment/problem.ts';
import { initialState, posteriorOf } from '../../src/experiment/state.ts';
import { type LikelihoodKind, likelihoods } from '../../src/likelihoods/index.ts';
import { sigmoid } from '../../src/math/special.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { addLikelihoodCost } from '../../src/reference/logPosterior.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from '../reference/problems.ts';

const prepared = (changes: Changes) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(9) }, ...changes }));

describe('a fault of two libraries: the noise of the last draw in every draw’s ρ gradient', () => {
  it('is absent: each draw’s gradient meets its own ε', () => {
    const problem = prepared({ inference: { samples: 3, klWeight: 0 } });
    const { parameters } = initialState(problem);
    const { mu, sigma, logNoise } = posteriorOf(problem, parameters);
    const step = 5;
    const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
    const draws = [0, 1, 2].map((sample) => {
      const epsilon = weightNoise(mu.length, problem.experiment.seed, step, sample);
      const gradient = new Float64Array(mu.length);
      const weights = mu.map((m, i) => m + sigma[i]! * epsilon[i]!);
      addLikelihoodCost(problem, weights, logNoise, data, 1 / 3, gradient);
      return { epsilon, gradient };
    });
    const { gradient } = freeEnergyGradient(problem, parameters, step);
    const rhoSlope = (i: number) => sigmoid(parameters[mu.length + i]!);
    const largest = Math.max(...gradient.map(Math.abs));
    let faulty = 0;
    mu.forEach((_, i) => {
      const own = draws.reduce((sum, draw) => sum + draw.gradient[i]! * draw.epsilon[i]!, 0) * rhoSlope(i);
      const last =
        draws.reduce((sum, draw) => sum + draw.gradient[i]! * draws[2]!.epsilon[i]!, 0) * rhoSlope(i);
      expect(Math.abs(gradient[mu.length + i]! - own)).toBeLessThan(1e-12 * largest);
      faulty = Math.max(faulty, Math.abs(last - own));
    });
    expect(faulty).toBeGreaterThan(0.01 * largest);
  });
});

describe('a fault: Flipout that perturbs the whole weight instead of ΔW', () => {
  const kinds = Object.keys(likelihoods) as LikelihoodKind[];
  it.each(kinds)('is absent: with σ → 0 it is the deterministic network (%s)', (kind) => {
    const { task } = likelihoods[kind];
    const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
    const problem = prepared({
      dataset: { points, task },
      likelihood: { kind },
      network: { hidden: [6, 4], activation: 'tanh' },
      inference: { estimator: 'flipout', samples: 2, klWeight: 0, initialSigma: 1e-12 },
    });
    const { parameters } = initialState(problem);
    const { mu, logNoise } = posteriorOf(problem, parameters);
    const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
    const gradient = new Float64Array(mu.length);
    const { cost } = addLikelihoodCost(problem, mu, logNoise, data, 1, gradient);
    const flipped = freeEnergyGradient(problem, parameters, 3);
    expect(Math.abs(flipped.costs.likelihoodCost - cost)).toBeLessThan(1e-8 * Math.abs(cost));
    const largest = Math.max(...gradient.map(Math.abs));
    gradient.forEach((value, i) =>
      expect(Math.abs(flipped.gradient[i]! - value)).toBeLessThan(1e-8 * largest),
    );
  });
});

describe('a fault: Blundell’s minibatch weights that overflow from 1,024 batches on', () => {
  it.each([1024, 1100, 5000])('is absent at %i', (batches) => {
    const shares = Array.from({ length: batches }, (_, i) => klSchedules.blundell.share(i + 1, batches));
    expect(shares.every(Number.isFinite)).toBe(true);
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12);
    expect(shares[0]! / shares[1]!).toBe(2);
    expect(2 ** batches / (2 ** batches - 1)).toBeNaN();
  });
});

describe('a fault: a variance used as a standard deviation', () => {
  it.each(Object.keys(estimators) as EstimatorKind[])(
    'is absent from %s: a layer’s output varies by a²σ²',
    (estimator) => {
      const problem = prepared({
        dataset: { points: [{ x: [3], y: 0 }], standardize: false },
        network: { hidden: [] },
        likelihood: { noise: 1, learn: false },
        inference: { estimator, samples: 1, initialSigma: 0.2 },
      });
      const { parameters } = initialState(problem);
      parameters.fill(0, 0, 2);
      // With μ = 0 and y = 0 the cost is b²/2 and a constant, so E[2 · cost] gives Var b = 9σ² + σ² = 0.4.
      const draws = 20_000;
      let sum = 0;
      for (let step = 0; step < draws; step++)
        sum +=
          2 *
          (freeEnergyGradient(problem, parameters, step).costs.likelihoodCost - 0.5 * Math.log(2 * Math.PI));
      // b² = 0.4 χ²: its standard deviation is 0.4 √2.
      expect(Math.abs(sum / draws - 0.4)).toBeLessThan((4 * 0.4 * Math.SQRT2) / Math.sqrt(draws));
    },
  );
});
