import { describe, expect, it } from 'vitest';
import { initialState, posteriorOf } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { sigmoid, softplus } from '../../src/math/special.ts';
import { type EstimatorKind, estimators, klSchedules } from '../../src/model/estimators/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { activations, networkOutputs } from '../../src/model/networks/index.ts';
import { likelihoodSamples } from '../../src/reference/estimators.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { addLikelihoodCost, addPosteriorCosts } from '../../src/reference/logPosterior.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from '../reference/problems.ts';

const prepared = (changes: Changes) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(9) }, ...changes }));

/** Outputs of Flipout for the training inputs. */
function flippedOutputs(problem: Problem, parameters: Float64Array): Float64Array {
  const { mu, sigma } = posteriorOf(problem, parameters);
  const epsilon = weightNoise(mu.length, problem.experiment.seed, 3, 0);
  let outputs = new Float64Array(0);
  likelihoodSamples.flipout({
    problem,
    mu,
    sigma,
    weights: mu.map((m, i) => m + sigma[i]! * epsilon[i]!),
    epsilon,
    step: 3,
    sample: 0,
    inputs: problem.inputs,
    rows: problem.n,
    cost: (values) => {
      outputs = values.slice();
      return new Float64Array(values.length);
    },
    gradientMu: new Float64Array(mu.length),
    gradientSigma: new Float64Array(mu.length),
  });
  return outputs;
}

describe('a fault of two libraries: the noise of the last draw in every draw’s ρ gradient', () => {
  it.each(['analytic', 'monte-carlo'] as const)(
    'is absent: each draw’s gradient uses its own ε (%s KL)',
    (kl) => {
      // With an exact KL the draws affect only the likelihood; a weight of zero removes its prior part.
      const priorFactor = kl === 'monte-carlo' ? 1 : 0;
      const problem = prepared({ inference: { samples: 3, kl, klWeight: priorFactor } });
      const { parameters } = initialState(problem);
      const { mu, sigma, logNoise } = posteriorOf(problem, parameters);
      const step = 5;
      const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
      const draws = [0, 1, 2].map((sample) => {
        const epsilon = weightNoise(mu.length, problem.experiment.seed, step, sample);
        const gradient = new Float64Array(mu.length);
        const weights = mu.map((m, i) => m + sigma[i]! * epsilon[i]!);
        addPosteriorCosts(problem, weights, logNoise, data, priorFactor, gradient);
        return { epsilon, gradient };
      });
      const { gradient } = freeEnergyGradient(problem, parameters, step);
      /** Blundell et al. 2015, eq. 4, averaged over the draws; only −1/σ remains of log q. */
      const byRho = (noiseOf: (draw: (typeof draws)[number]) => Float64Array) =>
        mu.map((_, i) => {
          const bySigma = draws.reduce((sum, draw) => sum + (draw.gradient[i]! * noiseOf(draw)[i]!) / 3, 0);
          return (bySigma - priorFactor / sigma[i]!) * sigmoid(parameters[mu.length + i]!);
        });
      const own = byRho(({ epsilon }) => epsilon);
      const last = byRho(() => draws[2]!.epsilon);
      const largest = Math.max(...own.map(Math.abs));
      own.forEach((value, i) =>
        expect(Math.abs(gradient[mu.length + i]! - value)).toBeLessThan(1e-12 * largest),
      );
      expect(Math.max(...last.map((value, i) => Math.abs(value - own[i]!)))).toBeGreaterThan(0.1 * largest);
    },
  );
});

describe('a fault: Flipout that perturbs the whole weight instead of ΔW', () => {
  const kinds = Object.keys(likelihoods) as LikelihoodKind[];
  // Training keeps ρ above −10; the others are below that limit.
  const cases = kinds.flatMap((kind) => [-30, -20, -10].map((rho) => [kind, rho] as const));
  it.each(cases)('is absent: with σ → 0 it is the deterministic network (%s, ρ = %i)', (kind, rho) => {
    const { task } = likelihoods[kind];
    const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
    const problem = prepared({
      dataset: { points, task },
      likelihood: { kind },
      network: { hidden: [6, 4], activation: 'tanh' },
      inference: { estimator: 'flipout', samples: 2, klWeight: 0 },
    });
    const { parameters } = initialState(problem);
    const { mu, logNoise } = posteriorOf(problem, parameters);
    parameters.fill(rho, mu.length, 2 * mu.length);
    const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
    const gradient = new Float64Array(mu.length);
    const { cost, logNoise: byLogNoise } = addLikelihoodCost(problem, mu, logNoise, data, 1, gradient);
    const flipped = freeEnergyGradient(problem, parameters, 3);
    // First order in σ, times the noise of some 60 weights.
    const tolerance = 1e-12 + 100 * softplus(rho);
    expect(Math.abs(flipped.costs.likelihoodCost / cost - 1)).toBeLessThan(tolerance);
    const largest = Math.max(...gradient.map(Math.abs));
    gradient.forEach((value, i) =>
      expect(Math.abs(flipped.gradient[i]! - value)).toBeLessThan(tolerance * largest),
    );
    expect(Math.abs(flipped.gradient.at(-1)! - byLogNoise)).toBeLessThan(
      tolerance * (1 + Math.abs(byLogNoise)),
    );
    const outputs = networkOutputs(
      problem.plan,
      activations[problem.experiment.network.activation],
      mu,
      data.inputs,
    );
    flippedOutputs(problem, parameters).forEach((f, i) =>
      expect(Math.abs(f - outputs[i]!)).toBeLessThan(tolerance * Math.max(1, ...outputs.map(Math.abs))),
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

  it('is absent from predictions: weights are drawn with standard deviation σ', async () => {
    const problem = prepared({ network: { hidden: [] }, inference: { initialSigma: 0.2 } });
    const { parameters } = initialState(problem);
    const engine = createReferenceEngine(problem, initialState(problem));
    const draws = 20_000;
    const { weights } = await engine.draws(0, draws);
    const count = problem.plan.parameterCount;
    for (let i = 0; i < count; i++) {
      let variance = 0;
      for (let draw = 0; draw < draws; draw++)
        variance += (weights[draw * count + i]! - parameters[i]!) ** 2 / draws;
      // The relative standard error of the variance of n normal draws is √(2/n).
      expect(Math.abs(variance / 0.04 - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    }
  });
});
