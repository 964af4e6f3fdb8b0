import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, freeEnergyGradientTfjs, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { type EstimatorKind, estimators } from '../../src/model/estimators/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type ActivationKind, activations } from '../../src/model/networks/index.ts';
import { type OptimizerKind, optimizers } from '../../src/model/optimizers/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { largestError, perturbedProblem } from '../engine/perturbed.ts';
import { images, series, sharpenedSeries } from '../reference/networkProblems.ts';
import { type Changes, threeInputs } from '../reference/problems.ts';

const estimatorKinds = Object.keys(estimators) as EstimatorKind[];

/**
 * Largest difference of any element, relative to that element or, for small ones, to a hundredth of the largest: sums
 * of float32 terms as large as the largest element cancel in small ones.
 */
async function gradientError(changes: Changes): Promise<number> {
  const { problem, start } = perturbedProblem(changes);
  const expected = freeEnergyGradient(problem, start.parameters, 4);
  const result = await freeEnergyGradientTfjs(problem, start.parameters, 4);
  expect(Math.abs(result.costs.complexityCost / expected.costs.complexityCost - 1)).toBeLessThan(1e-4);
  if (problem.n > 0)
    expect(Math.abs(result.costs.likelihoodCost / expected.costs.likelihoodCost - 1)).toBeLessThan(1e-4);
  const largest = expected.gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return expected.gradient.reduce(
    (worst, value, i) =>
      Math.max(worst, Math.abs(result.gradient[i]! - value) / Math.max(Math.abs(value), 0.01 * largest)),
    0,
  );
}

describe('TensorFlow.js on WebGL', () => {
  beforeAll(async () => {
    expect(await prepareTfjs()).toBe(true);
  });

  it.each(estimatorKinds)(
    'gradients of a convolutional network by %s equal the reference’s',
    async (estimator) => {
      expect(await gradientError({ ...images, inference: { estimator, samples: 2 } })).toBeLessThan(1e-3);
    },
  );

  it.each(
    (['lstm', 'gru', 'simple'] as const).flatMap((cell) =>
      (['weight-sampling', 'flipout'] as const).map((estimator) => [cell, estimator] as const),
    ),
  )('gradients through time of %s by %s equal the reference’s', async (cell, estimator) => {
    expect(
      await gradientError({ ...series(cell, [3, 2]), inference: { estimator, samples: 2 } }),
    ).toBeLessThan(1e-3);
  });

  describe.each(['lstm', 'gru', 'simple'] as const)('a sharpened posterior of %s', (cell) => {
    it.each(['analytic', 'monte-carlo'] as const)('has the reference’s gradient, %s KL', async (kl) => {
      const changes = sharpenedSeries(cell, [3, 2]);
      const inference = { ...changes.inference, kl, klWeight: 0.7 };
      const { problem, start } = perturbedProblem({ ...changes, inference });
      const expected = freeEnergyGradient(problem, start.parameters, 4);
      const found = await freeEnergyGradientTfjs(problem, start.parameters, 4);
      for (const term of ['complexityCost', 'likelihoodCost', 'sharpeningCost'] as const)
        expect(Math.abs(found.costs[term]! / expected.costs[term]! - 1)).toBeLessThan(1e-4);
      // Gains have another unit than μ and ρ: each part is compared relative to its own size.
      const gains = 2 * problem.plan.parameterCount + 1;
      for (const [from, to] of [
        [0, gains],
        [gains, start.parameters.length],
      ] as const)
        expect(
          largestError(expected.gradient.subarray(from, to), found.gradient.subarray(from, to)),
        ).toBeLessThan(1e-3);
    });

    it('has the reference’s parameters and costs after 30 steps, and disposes of every tensor', async () => {
      const { problem, start } = perturbedProblem(sharpenedSeries(cell));
      const before = memory().numTensors;
      const reference = createReferenceEngine(problem, start);
      const engine = createTfjsEngine(problem, start);
      await reference.train(30, 1e9);
      for (let taken = 0; taken < 30; ) taken += await engine.train(30 - taken, 1e9);
      const [expected, state] = [await reference.state(), await engine.state()];
      state.parameters.forEach((value, i) =>
        expect(Math.abs(value - expected.parameters[i]!)).toBeLessThan(1e-3),
      );
      const [costs, found] = [await reference.stepCosts!(9), await engine.stepCosts!(9)];
      expect(found.sharpeningCost! / costs.sharpeningCost!).toBeCloseTo(1, 2);
      engine.dispose();
      expect(memory().numTensors).toBe(before);
    });
  });

  describe.each(estimatorKinds)(
    'gradients by %s equal the reference’s, element by element, on the same noise',
    (estimator) => {
      for (const kind of Object.keys(priors) as PriorKind[])
        for (const kl of priors[kind].divergence
          ? (['analytic', 'monte-carlo'] as const)
          : (['monte-carlo'] as const))
          it(`for the ${kind} prior with ${kl} KL`, async () => {
            expect(
              await gradientError({ prior: { kind }, inference: { estimator, kl, samples: 3 } }),
            ).toBeLessThan(1e-3);
          });

      it.each(Object.keys(activations) as ActivationKind[])(
        'through %s, two hidden layers',
        async (activation) => {
          // GLSL guarantees sin and cos only to 2^-11, and software WebGL is no more accurate.
          const tolerance = activation === 'sin' ? 5e-3 : 1e-3;
          expect(
            await gradientError({ network: { activation, hidden: [7, 3] }, inference: { estimator } }),
          ).toBeLessThan(tolerance);
        },
      );

      it.each(Object.keys(likelihoods) as LikelihoodKind[])(
        'of the %s likelihood, three inputs',
        async (kind) => {
          const { task } = likelihoods[kind];
          const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
          const changes: Changes = {
            dataset: { points, task },
            likelihood: { kind },
            inference: { estimator },
          };
          expect(await gradientError(changes)).toBeLessThan(1e-3);
        },
      );

      it.each<[string, Changes]>([
        ['a linear model', { network: { hidden: [] } }],
        [
          'a minibatch, KL weight and fan-in prior',
          {
            prior: { scaling: 'fan-in' },
            inference: { batchSize: 3, klSchedule: 'blundell', klWeight: 0.4 },
          },
        ],
        ['fixed noise', { likelihood: { learn: false } }],
        ['no data at all', { dataset: { points: [] } }],
      ])('for %s', async (_name, changes) => {
        expect(
          await gradientError({ ...changes, inference: { ...changes.inference, estimator } }),
        ).toBeLessThan(1e-3);
      });

      it('the parameters after 30 steps also equal the reference’s', async () => {
        const { problem, start } = perturbedProblem({ inference: { estimator, batchSize: 4 } });
        const reference = createReferenceEngine(problem, start);
        const engine = createTfjsEngine(problem, start);
        await reference.train(30, 1e9);
        expect(await engine.train(30, 1e9)).toBe(30);
        const expected = await reference.state();
        const state = await engine.state();
        engine.dispose();
        expect(state.step).toBe(30);
        state.parameters.forEach((value, i) =>
          expect(Math.abs(value - expected.parameters[i]!)).toBeLessThan(1e-3),
        );
      });
    },
  );

  it.each(Object.keys(optimizers) as OptimizerKind[])(
    'with %s, the parameters after 30 steps are the reference’s',
    async (kind) => {
      const { problem, start } = perturbedProblem({
        inference: { optimizer: { kind, learningRate: kind === 'sgd' ? 1e-4 : 0.01 } },
      });
      const reference = createReferenceEngine(problem, start);
      const engine = createTfjsEngine(problem, start);
      await reference.train(30, 1e9);
      for (let taken = 0; taken < 30; ) taken += await engine.train(30 - taken, 1e9);
      const expected = (await reference.state()).parameters;
      const { parameters } = await engine.state();
      engine.dispose();
      parameters.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-3));
    },
  );

  it('predicts several outputs from several inputs, as the reference does', async () => {
    const { problem, start } = perturbedProblem({
      dataset: { points: threeInputs(3, 'classification'), task: 'classification' },
      likelihood: { kind: 'categorical' },
    });
    const engine = createTfjsEngine(problem, start);
    const expected = await createReferenceEngine(problem, start).outputs(problem.inputs, 3, 9);
    const outputs = await engine.outputs(problem.inputs, 3, 9);
    engine.dispose();
    expect(outputs.length).toBe(9 * 7 * 3);
    outputs.forEach((f, i) => expect(Math.abs(f - expected[i]!)).toBeLessThan(1e-3));
  });

  it('predicts the same draws as the reference', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createTfjsEngine(problem, start);
    const expected = await createReferenceEngine(problem, start).outputs(problem.inputs, 3, 9);
    (await engine.outputs(problem.inputs, 3, 9)).forEach((f, i) =>
      expect(Math.abs(f - expected[i]!)).toBeLessThan(1e-3),
    );
    engine.dispose();
  });

  it('has a finite gradient for a scale mixture at w = 40', async () => {
    const { problem, start } = perturbedProblem({
      prior: { kind: 'scale-mixture', sigma1: 1, sigma2: 0.0025 },
      inference: { kl: 'monte-carlo' },
    });
    start.parameters.fill(40, 0, problem.plan.parameterCount);
    const { gradient } = await freeEnergyGradientTfjs(problem, start.parameters, 0);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});
