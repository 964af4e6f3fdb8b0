import { describe, expect, it } from 'vitest';
import { initialState, posteriorOf } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { batchOfStep, type Problem } from '../../src/experiment/problem/problem.ts';
import { fillNormal, streams } from '../../src/math/random.ts';
import { activations, type CellKind, cells, networkOutputs } from '../../src/model/networks/index.ts';
import { priors } from '../../src/model/priors/index.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { batchData, likelihoodCost } from '../../src/reference/likelihoodCost.ts';
import { perturbed } from '../engine/perturbed.ts';
import { series, sharpenedSeries } from './networkProblems.ts';
import { type Changes, testExperiment } from './problems.ts';

const STEP = 4;
const divergence = priors.gaussian.divergence!;

/** −log p(batch | w) of the step's batch, without the project's gradient. */
function costAt(problem: Problem, weights: Float64Array, logNoise: number): number {
  const data = batchData(problem, batchOfStep(problem, STEP));
  const activation = activations[problem.experiment.network.activation];
  const outputs = networkOutputs(problem.plan, activation, weights, data.inputs);
  return likelihoodCost(problem, data, outputs, logNoise, 1).cost;
}

/** A function's central differences at `at`. */
function differences(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  const h = 1e-5;
  return at.map((_, i) => {
    const [up, down] = [at.slice(), at.slice()];
    up[i]! += h;
    down[i]! -= h;
    return (f(up) - f(down)) / (2 * h);
  });
}

/** A sample's noise, directly from the generator. */
function noiseOf(problem: Problem, stream: number, sample: number): Float64Array {
  const noise = new Float64Array(problem.plan.parameterCount);
  fillNormal(noise, problem.experiment.seed, stream, STEP, sample);
  return noise;
}

/**
 * The objective of a step as in the article (Fortunato et al. 2017, §4), g held constant; the gradients g are finite
 * differences of the likelihood, and the KL is that of two normal distributions.
 */
function articleObjective(problem: Problem, start: Float64Array) {
  const { samples, klWeight } = problem.experiment.inference;
  const { parameterCount } = problem.plan;
  const sigma0 = problem.sharpening!;
  const drawsOf = (at: Float64Array) => {
    const { mu, sigma, logNoise } = posteriorOf(problem, at);
    return Array.from({ length: samples }, (_, sample) => {
      const epsilon = noiseOf(problem, streams.weights, sample);
      return { phi: mu.map((mean, i) => mean + sigma[i]! * epsilon[i]!), logNoise };
    });
  };
  const g = drawsOf(start).map(({ phi, logNoise }) =>
    differences((at) => costAt(problem, at, logNoise), phi),
  );
  return (at: Float64Array) => {
    const eta = at.subarray(2 * parameterCount + 1).map((gain) => sigma0 ** 2 * gain);
    let likelihood = 0;
    let sharpening = 0;
    drawsOf(at).forEach(({ phi, logNoise }, sample) => {
      const move = eta.map((value, i) => -value * g[sample]![i]!);
      const noise = noiseOf(problem, streams.sharpening, sample);
      const theta = phi.map((value, i) => value + move[i]! + sigma0 * noise[i]!);
      likelihood += costAt(problem, theta, logNoise) / samples;
      const shape = { ...problem.experiment.prior, sigma: sigma0 };
      for (const mean of move) sharpening += divergence(mean, sigma0, shape).kl / samples;
    });
    const { mu, sigma } = posteriorOf(problem, at);
    const { prior } = problem.experiment;
    const complexity = mu.reduce((sum, mean, i) => sum + divergence(mean, sigma[i]!, prior).kl, 0);
    const total = likelihood + klWeight * (sharpening + complexity / problem.batches);
    return { likelihood, sharpening, complexity, total };
  };
}

const prepared = (changes: Changes) => {
  const problem = prepareProblem(testExperiment(changes));
  return { problem, parameters: perturbed(initialState(problem)).parameters };
};

it('the free energy of a snapshot is that of the sharpened model, within five standard errors', async () => {
  const { problem, parameters } = prepared(sharpenedSeries('gru'));
  const { batches, n, yScaler, experiment } = problem;
  const engine = createReferenceEngine(problem, { ...initialState(problem), parameters, step: 1 });
  const { freeEnergy, weights } = await observe(problem, engine, async () => {});
  const draws = Math.ceil(8 / experiment.inference.samples);
  // Epochs that neither the snapshot nor a run of this length uses.
  const epochs = await Promise.all(
    Array.from({ length: 200 }, async (_, epoch) => {
      const sum = { likelihood: n * Math.log(yScaler.scale), sharpening: 0 };
      for (let step = 0; step < batches; step++) {
        const costs = await engine.stepCosts!(1000 + epoch * batches + step);
        sum.likelihood += costs.likelihoodCost;
        sum.sharpening += costs.sharpeningCost!;
      }
      return sum;
    }),
  );
  const { total, complexityCost, likelihoodCost, sharpeningCost } = freeEnergy;
  for (const [found, values] of [
    [likelihoodCost, epochs.map(({ likelihood }) => likelihood)],
    [sharpeningCost!, epochs.map(({ sharpening }) => sharpening)],
  ] as const) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(variance).toBeGreaterThan(0);
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / draws));
  }
  const kl = weights.kl!.reduce((sum, value) => sum + value, 0);
  expect(complexityCost).toBeCloseTo(kl + sharpeningCost!, 9);
  expect(total).toBeCloseTo(complexityCost + likelihoodCost, 9);
});

describe.each(Object.keys(cells) as CellKind[])('a sharpened posterior of %s', (cell) => {
  it.each([1, 0.4])(
    'costs what the article defines, and its gradient equals finite differences; β = %d',
    (klWeight) => {
      const changes = sharpenedSeries(cell, [3, 2]);
      const { problem, parameters } = prepared({ ...changes, inference: { ...changes.inference, klWeight } });
      const objective = articleObjective(problem, parameters);
      const { costs, gradient } = freeEnergyGradient(problem, parameters, STEP);
      const truth = objective(parameters);
      expect(costs.likelihoodCost).toBeCloseTo(truth.likelihood, 6);
      expect(costs.sharpeningCost! / truth.sharpening).toBeCloseTo(1, 6);
      expect(costs.complexityCost).toBeCloseTo(truth.complexity, 9);
      const expected = differences((at) => objective(at).total, parameters);
      expect(gradient.length).toBe(3 * problem.plan.parameterCount + 1);
      // Gains have another unit than μ and ρ: each part is compared relative to its own size.
      const gains = 2 * problem.plan.parameterCount + 1;
      for (const [from, to] of [
        [0, gains],
        [gains, gradient.length],
      ] as const) {
        const [found, wanted] = [gradient.subarray(from, to), expected.subarray(from, to)];
        const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        expect(largest).toBeGreaterThan(0);
        found.forEach((value, i) => expect(Math.abs(value - wanted[i]!) / largest).toBeLessThan(1e-5));
      }
    },
  );

  it('with η = 0 and σ₀ → 0 equals the posterior without sharpening, bit by bit', () => {
    const { problem, parameters } = prepared(sharpenedSeries(cell));
    const { parameterCount } = problem.plan;
    parameters.fill(0, 2 * parameterCount + 1);
    const plain = prepareProblem(
      testExperiment({ ...sharpenedSeries(cell), network: series(cell).network! }),
    );
    const length = 2 * parameterCount + 1;
    const truth = freeEnergyGradient(plain, parameters.slice(0, length), STEP);
    const found = freeEnergyGradient({ ...problem, sharpening: 1e-300 }, parameters, STEP);
    expect(found.gradient.subarray(0, length)).toEqual(truth.gradient);
    expect(found.costs).toEqual({ ...truth.costs, sharpeningCost: 0 });
  });

  it('learns: its free energy falls, and its gains rise from zero', async () => {
    const { problem } = prepared(sharpenedSeries(cell));
    const start = initialState(problem);
    const engine = createReferenceEngine(problem, start);
    // The noise of twenty steps, the same for both estimates.
    const mean = async () => {
      let sum = 0;
      for (let step = 1000; step < 1020; step++) {
        const costs = await engine.stepCosts!(step);
        sum += costs.complexityCost / problem.batches + costs.likelihoodCost + costs.sharpeningCost!;
      }
      return sum / 20;
    };
    const before = await mean();
    await engine.train(60, 60_000);
    expect(await mean()).toBeLessThan(before);
    const gains = (await engine.state()).parameters.subarray(2 * problem.plan.parameterCount + 1);
    expect(gains.every((gain) => gain >= 0 && gain <= 10)).toBe(true);
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeGreaterThan(0);
  });
});
