import { beforeAll, describe, expect, it } from 'vitest';
import { createWebglEngine, prepareWebgl } from '../../src/engine/webgl/index.ts';
import { NonFiniteStep } from '../../src/experiment/engine/engine.ts';
import { batchOfStep } from '../../src/experiment/problem/problem.ts';
import type { EstimatorKind } from '../../src/model/estimators/index.ts';
import { type OptimizerKind, optimizers } from '../../src/model/optimizers/index.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { largestError, perturbedProblem } from '../engine/perturbed.ts';
import { type Changes, sinePoints, threeInputs } from '../reference/problems.ts';

const estimatorKinds = ['weight-sampling', 'local-reparameterization'] as const satisfies EstimatorKind[];

beforeAll(async () => {
  expect(await prepareWebgl()).toBe(true);
});

/** Largest error of the state's vectors after `steps` steps from one state in both engines. */
async function errorAfter(steps: number, changes: Changes, parts = [steps]): Promise<number> {
  const { problem, start } = perturbedProblem(changes);
  const reference = createReferenceEngine(problem, start);
  const engine = createWebglEngine(problem, start);
  await reference.train(steps, 1e9);
  for (const part of parts) expect(await engine.train(part, 1e9)).toBe(part);
  const expected = await reference.state();
  const state = await engine.state();
  engine.dispose();
  expect(state.step).toBe(steps);
  return Math.max(
    largestError(expected.parameters, state.parameters),
    largestError(expected.firstMoment, state.firstMoment),
    largestError(expected.secondMoment, state.secondMoment),
  );
}

describe('after a hundred steps the state equals the reference’s', () => {
  for (const kind of Object.keys(optimizers) as OptimizerKind[])
    for (const estimator of estimatorKinds)
      it(`with ${kind} and ${estimator}, on minibatches`, async () => {
        const learningRate = kind === 'sgd' ? 1e-4 : 0.01;
        const inference = { estimator, optimizer: { kind, learningRate }, batchSize: 4 };
        expect(await errorAfter(100, { inference, network: { hidden: [4] } })).toBeLessThan(1e-3);
      });

  const classes = { points: threeInputs(3, 'classification'), task: 'classification' } as const;
  it.each<[string, Changes]>([
    ['three layers of odd widths', { network: { hidden: [5, 3], activation: 'tanh' } }],
    ['three layers, noise on the activations', reparameterized({ network: { hidden: [3, 6] } })],
    ['classes', { dataset: classes, likelihood: { kind: 'categorical' }, network: { hidden: [6] } }],
    [
      'two classes and a mixture',
      {
        dataset: { ...classes, points: threeInputs(2, 'classification') },
        likelihood: { kind: 'bernoulli' },
        prior: { kind: 'scale-mixture' },
        inference: { kl: 'monte-carlo', samples: 3 },
      },
    ],
    ['noise of the inputs', reparameterized({ likelihood: { kind: 'heteroscedastic' } })],
    [
      'a sampled Laplace prior, sines, and shares of epochs',
      {
        prior: { kind: 'laplace', scaling: 'fan-in' },
        network: { activation: 'sin' },
        inference: { kl: 'monte-carlo', batchSize: 3, klSchedule: 'blundell', klWeight: 0.3 },
      },
    ],
    ['no data', { dataset: { points: [] } }],
    ['a linear model of fixed noise', { network: { hidden: [] }, likelihood: { learn: false } }],
  ])('for %s', async (_name, changes) => {
    expect(await errorAfter(100, changes)).toBeLessThan(1e-3);
  });

  it('in parts, across the checks between them', async () => {
    const inference = { batchSize: 3 } as const;
    expect(await errorAfter(300, { inference, network: { hidden: [3] } }, [1, 2, 150, 147])).toBeLessThan(
      1e-3,
    );
  });

  it('at the bounds of ρ and of the noise', async () => {
    const inference = { optimizer: { kind: 'sgd', learningRate: 1e3 } } as const;
    expect(await errorAfter(1, { inference })).toBeLessThan(1e-3);
  });
});

describe('long gradients are clipped as in the reference', () => {
  const steep: Changes = {
    dataset: { points: [{ x: [1], y: 1e5 }], standardize: false },
    likelihood: { noise: 1e-3, learn: false },
  };

  it.each<[OptimizerKind, number]>([
    ['sgd', 1e-6],
    ['adam', 0.01],
  ])('with %s, at every step', async (kind, learningRate) => {
    const changes: Changes = { ...steep, inference: { optimizer: { kind, learningRate } } };
    const { problem, start } = perturbedProblem(changes);
    expect(freeEnergyGradient(problem, start.parameters, 0).gradient.some((g) => g > 1e7)).toBe(true);
    expect(await errorAfter(100, changes)).toBeLessThan(1e-3);
  });

  it('for a limited time, and not detected at first', async () => {
    const changes: Changes = {
      dataset: { points: sinePoints(7), standardize: false },
      likelihood: { noise: 1e-3, learn: true },
      inference: { optimizer: { kind: 'adam', learningRate: 0.1 } },
    };
    const { problem, start } = perturbedProblem(changes);
    const length = (parameters: Float64Array, step: number) =>
      Math.hypot(...freeEnergyGradient(problem, parameters, step).gradient);
    const reference = createReferenceEngine(problem, start);
    await reference.train(200, 1e9);
    expect(length(start.parameters, 0)).toBeGreaterThan(1e6);
    expect(length((await reference.state()).parameters, 200)).toBeLessThan(1e6);
    expect(await errorAfter(200, changes, [50, 150])).toBeLessThan(1e-3);
  });
});

describe('an engine', () => {
  it.each<[string, Changes, number]>([
    ['one input', { dataset: { points: sinePoints(30) }, network: { hidden: [9, 3] } }, 1],
    ['no hidden layer', { network: { hidden: [] } }, 1],
    ['more rows than its textures hold', { network: { hidden: [3] } }, 300],
    [
      'several inputs and outputs',
      {
        dataset: { points: threeInputs(6, 'classification'), task: 'classification' },
        likelihood: { kind: 'categorical' },
      },
      1,
    ],
  ])('predicts the reference’s outputs of the same draws: %s', async (_name, changes, copies) => {
    const { problem, start } = perturbedProblem(changes);
    const [engine, reference] = [createWebglEngine(problem, start), createReferenceEngine(problem, start)];
    const inputs = Float64Array.from(Array.from({ length: copies }, () => [...problem.inputs]).flat());
    inputs.forEach((x, i) => {
      inputs[i] = x + 1e-3 * Math.floor(i / problem.inputs.length);
    });
    const pruned = Uint8Array.from({ length: problem.plan.parameterCount }, (_, i) => (i % 3 === 0 ? 0 : 1));
    for (const [draws, kept] of [[9], [4, pruned], [21]] as const) {
      const expected = await reference.outputs(inputs, 3, draws, kept);
      const found = await engine.outputs(inputs, 3, draws, kept);
      expect(found.length).toBe((draws * inputs.length * problem.outputCount) / problem.inputCount);
      expect(largestError(expected, found)).toBeLessThan(1e-4);
    }
    const [drawn, expected] = [await engine.draws(3, 9), await reference.draws(3, 9)];
    expect(largestError(expected.weights, drawn.weights)).toBeLessThan(1e-6);
    expect(largestError(expected.logNoise, drawn.logNoise)).toBeLessThan(1e-6);
    engine.dispose();
  });

  it('returns the state that it was given, rounded to float32 once, and shares no memory with it', async () => {
    const { problem, start } = perturbedProblem({});
    const random = start.parameters.map((value) => value / 3);
    const given = { ...start, step: 7, firstMoment: random, secondMoment: random.map((value) => value ** 2) };
    const rounded = {
      step: 7,
      parameters: given.parameters.map(Math.fround),
      firstMoment: given.firstMoment.map(Math.fround),
      secondMoment: given.secondMoment.map(Math.fround),
    };
    const engine = createWebglEngine(problem, given);
    const state = await engine.state();
    expect(state).toEqual(rounded);
    const again = createWebglEngine(problem, state);
    expect(await again.state()).toEqual(rounded);
    await engine.train(3, 1e9);
    state.parameters.fill(0);
    expect((await again.state()).parameters).toEqual(rounded.parameters);
    expect((await engine.state()).parameters).not.toEqual(rounded.parameters);
    engine.dispose();
    again.dispose();
  });

  it('continues training unaffected by snapshots and by concurrent requests', async () => {
    const { problem, start } = perturbedProblem({ inference: { kl: 'monte-carlo' } });
    const [watched, alone] = [createWebglEngine(problem, start), createWebglEngine(problem, start)];
    for (let step = 0; step < 10; step++) {
      const [taken, , state] = await Promise.all([
        watched.train(1, 1e9),
        watched.outputs(problem.inputs, 0, 2),
        watched.state(),
      ]);
      expect([taken, state.step]).toEqual([1, step + 1]);
    }
    await alone.train(10, 1e9);
    expect(await watched.state()).toEqual(await alone.state());
    watched.dispose();
    alone.dispose();
  });

  it('takes at least one step, and stops when its time is over', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createWebglEngine(problem, start);
    expect(await engine.train(1000, -1)).toBe(1);
    let taken = 1;
    for (let slice = 0; slice < 4; slice++) {
      const steps = await engine.train(1e9, 5);
      expect(steps).toBeGreaterThan(0);
      expect(steps).toBeLessThan(1e9);
      taken += steps;
    }
    expect((await engine.state()).step).toBe(taken);
    engine.dispose();
  });

  it.each<['complexityCost' | 'likelihoodCost', number]>([
    ['complexityCost', 0],
    ['likelihoodCost', -1],
  ])('reports a step whose %s is not finite, and keeps the last finite state', async (term, at) => {
    const { problem, start } = perturbedProblem({
      dataset: { points: [{ x: [1], y: 2 }], standardize: false },
      likelihood: { learn: true },
    });
    const broken = { ...start, parameters: start.parameters.map(Math.fround) };
    broken.parameters[at < 0 ? broken.parameters.length - 1 : at] = at < 0 ? -1e4 : Math.fround(1e30);
    const engine = createWebglEngine(problem, broken);
    for (let attempt = 0; attempt < 2; attempt++) {
      const failure = await engine.train(10, 1e9).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NonFiniteStep);
      expect(failure).toMatchObject({ step: 0, term });
      expect(await engine.state()).toEqual(broken);
    }
    engine.dispose();
  });

  it('that meets a value out of range keeps the state before that step, and reports the step', async () => {
    const points = [...sinePoints(40), { x: [1], y: 1e25 }];
    const { problem, start } = perturbedProblem({
      dataset: { points, standardize: false },
      inference: { batchSize: 1 },
    });
    let bad = 0;
    while (!batchOfStep(problem, bad).rows.includes(40)) bad++;
    expect(bad).toBeGreaterThan(4);
    const engine = createWebglEngine(problem, start);
    await engine.train(1, 1e9);
    const failure = await engine.train(1000, 1e9).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'NonFiniteStep', step: bad, term: 'likelihoodCost' });
    const state = await engine.state();
    expect(state.step).toBe(bad);
    const reference = createReferenceEngine(problem, start);
    await reference.train(bad, 1e9);
    expect(largestError((await reference.state()).parameters, state.parameters)).toBeLessThan(1e-3);
    engine.dispose();
  });

  it('does nothing after disposal', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createWebglEngine(problem, start);
    const training = engine.train(1e9, 1e9);
    engine.dispose();
    engine.dispose();
    await expect(training).rejects.toThrow('disposed');
    await expect(engine.train(1, 1e9)).rejects.toThrow('disposed');
    await expect(engine.state()).rejects.toThrow('disposed');
  });

  it('is refused for an experiment that it does not support', () => {
    const { problem, start } = perturbedProblem({ inference: { estimator: 'flipout' } });
    expect(() => createWebglEngine(problem, start)).toThrow('flipout');
  });

  it('is refused if the card lacks the memory, and releases everything', () => {
    const { problem, start } = perturbedProblem({
      network: { hidden: [512, 512, 512, 512, 512, 512] },
      dataset: { points: sinePoints(2000) },
      inference: { samples: 64 },
    });
    expect(() => createWebglEngine(problem, start)).toThrow('too large');
  });
});

function reparameterized(changes: Changes): Changes {
  return { ...changes, inference: { estimator: 'local-reparameterization', ...changes.inference } };
}
