import { describe, expect, it } from 'vitest';
import { createWasmEngine, wasmModule } from '../../src/engine/wasm/index.ts';
import { createSession } from '../../src/engine/wasm/session.ts';
import { NonFiniteStep } from '../../src/experiment/engine/engine.ts';
import { type EstimatorKind, estimators } from '../../src/model/estimators/index.ts';
import { type OptimizerKind, optimizers } from '../../src/model/optimizers/index.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { type Changes, sinePoints, threeInputs } from '../reference/problems.ts';
import { largestError, perturbedProblem } from './agreement.ts';

const createEngine = createWasmEngine();

/** Largest error of the state's vectors after `steps` steps from one state in both engines. */
async function errorAfter(steps: number, changes: Changes): Promise<number> {
  const { problem, start } = perturbedProblem(changes);
  const reference = createReferenceEngine(problem, start);
  const engine = createEngine(problem, start);
  await reference.train(steps, 1e9);
  expect(await engine.train(steps, 1e9)).toBe(steps);
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
    for (const estimator of Object.keys(estimators) as EstimatorKind[])
      it(`with ${kind} and ${estimator}`, async () => {
        const learningRate = kind === 'sgd' ? 1e-4 : 0.01;
        const inference = { estimator, optimizer: { kind, learningRate }, batchSize: 4 };
        // An odd number of parameters: the last one of each vector has no partner.
        expect(await errorAfter(100, { inference, network: { hidden: [4] } })).toBeLessThan(1e-3);
      });

  it('with steps smaller than a float32 increment of their parameter', async () => {
    const { problem, start } = perturbedProblem({
      inference: { optimizer: { kind: 'adam', learningRate: 1e-9 } },
    });
    const engine = createEngine(problem, start);
    const reference = createReferenceEngine(problem, start);
    await engine.train(100, 1e9);
    await reference.train(100, 1e9);
    const moved = ({ parameters }: { readonly parameters: Float64Array }) =>
      parameters.map((value, i) => value - start.parameters[i]!);
    expect(largestError(moved(await reference.state()), moved(await engine.state()))).toBeLessThan(1e-3);
    engine.dispose();
  });

  it('with gradients longer than the clipping norm', async () => {
    const changes: Changes = {
      dataset: { points: [{ x: [1], y: 1e5 }], standardize: false },
      likelihood: { noise: 1e-3, learn: false },
      inference: { optimizer: { kind: 'sgd', learningRate: 1e-6 } },
    };
    const { problem, start } = perturbedProblem(changes);
    expect(freeEnergyGradient(problem, start.parameters, 0).gradient.some((g) => g > 1e7)).toBe(true);
    expect(await errorAfter(100, changes)).toBeLessThan(1e-3);
  });

  it('at the bounds of ρ and of the noise', async () => {
    const inference = { optimizer: { kind: 'sgd', learningRate: 1e3 } } as const;
    expect(await errorAfter(1, { inference })).toBeLessThan(1e-3);
  });
});

describe('an engine', () => {
  it.each<[string, Changes]>([
    ['one input', { dataset: { points: sinePoints(300) }, network: { hidden: [50, 3] } }],
    [
      'several inputs and outputs',
      {
        dataset: { points: threeInputs(3, 'classification'), task: 'classification' },
        likelihood: { kind: 'categorical' },
      },
    ],
  ])('predicts the reference’s outputs of the same draws: %s', async (_name, changes) => {
    const { problem, start } = perturbedProblem(changes);
    const [engine, reference] = [createEngine(problem, start), createReferenceEngine(problem, start)];
    const pruned = Uint8Array.from({ length: problem.plan.parameterCount }, (_, i) => (i % 3 === 0 ? 0 : 1));
    for (const kept of [undefined, pruned]) {
      const expected = await reference.outputs(problem.inputs, 3, 9, kept);
      const found = await engine.outputs(problem.inputs, 3, 9, kept);
      expect(found.length).toBe(9 * problem.n * problem.outputCount);
      expect(largestError(expected, found)).toBeLessThan(1e-4);
    }
    expect(await engine.draws(3, 9)).toEqual(await reference.draws(3, 9));
    engine.dispose();
  });

  it('returns the state that it was given, bit by bit, and shares no memory with it', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createEngine(problem, start);
    const state = await engine.state();
    expect(state).toEqual(start);
    await engine.train(3, 1e9);
    expect(state).toEqual(start);
    engine.dispose();
  });

  it('continues training unaffected by a snapshot', async () => {
    const { problem, start } = perturbedProblem({ inference: { kl: 'monte-carlo' } });
    const [watched, alone] = [createEngine(problem, start), createEngine(problem, start)];
    for (let step = 0; step < 10; step++) {
      await watched.train(1, 1e9);
      await watched.outputs(problem.inputs, 0, 2);
    }
    await alone.train(10, 1e9);
    expect(await watched.state()).toEqual(await alone.state());
  });

  it('takes at least one step, and stops when its time is over', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createEngine(problem, start);
    expect(await engine.train(1000, -1)).toBe(1);
    expect(await engine.train(1e9, 5)).toBeLessThan(1e9);
  });

  it.each<['complexityCost' | 'likelihoodCost', number]>([
    ['complexityCost', 0],
    ['likelihoodCost', -1],
  ])('reports a step whose %s is not finite, and keeps the last finite state', async (term, at) => {
    const { problem, start } = perturbedProblem({
      dataset: { points: [{ x: [1], y: 2 }], standardize: false },
      likelihood: { learn: true },
    });
    const broken = { ...start, parameters: start.parameters.slice() };
    broken.parameters[at < 0 ? broken.parameters.length - 1 : at] = at < 0 ? -1e4 : 1e30;
    const engine = createEngine(problem, broken);
    const failure = await engine.train(10, 1e9).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NonFiniteStep);
    expect(failure).toMatchObject({ step: 0, term });
    expect(await engine.state()).toEqual(broken);
  });

  it('does nothing after disposal', async () => {
    const { problem, start } = perturbedProblem({});
    const engine = createEngine(problem, start);
    engine.dispose();
    await expect(engine.train(1, 1e9)).rejects.toThrow('disposed');
    await expect(engine.state()).rejects.toThrow('disposed');
  });

  it('is refused for an experiment that it does not support', () => {
    const { problem, start } = perturbedProblem({ inference: { method: 'map' } });
    expect(() => createEngine(problem, start)).toThrow('map');
  });
});

it.each(Object.keys(estimators) as EstimatorKind[])(
  'the memory of %s stays the same over 5,000 steps and fifty snapshots',
  (estimator) => {
    const { problem, start } = perturbedProblem({ inference: { estimator, batchSize: 3 } });
    const { context, load, evaluate, optimize, predict } = createSession(wasmModule(), problem);
    load(start);
    const { buffer } = context.kernels.memory;
    const inputs = Float64Array.from({ length: 400 }, (_, i) => i / 200 - 1);
    for (let step = 0; step < 5000; step++) {
      expect(optimize(evaluate(step).squares, step + 1)).toBe(true);
      if (step % 100 === 0) predict(inputs, 0, 5);
    }
    expect(context.kernels.memory.buffer).toBe(buffer);
  },
);
