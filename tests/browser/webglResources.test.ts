import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, freeEnergyGradientTfjs, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { compileWebgl, createWebglEngine, prepareWebgl } from '../../src/engine/webgl/index.ts';
import { webglDevice } from '../../src/engine/webgl/openDevice.ts';
import { createSession } from '../../src/engine/webgl/session.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { largestError, perturbedProblem } from '../engine/perturbed.ts';
import { type Changes, sinePoints, threeInputs } from '../reference/problems.ts';
import { callsDuring } from './webglSupport.ts';

const drawing = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'];
const making = ['Texture', 'Framebuffer', 'Buffer', 'VertexArray', 'Shader', 'Program'].flatMap((kind) => [
  `create${kind}`,
  `delete${kind}`,
]);
const fencing = ['fenceSync', 'deleteSync'];

beforeAll(async () => {
  expect(await prepareWebgl()).toBe(true);
});

describe('a step of a three-layer network takes eight draw calls', () => {
  const three = { hidden: [6, 5] } as const;
  const cases: [string, Changes][] = [];
  for (const estimator of ['weight-sampling', 'local-reparameterization'] as const) {
    for (const kind of Object.keys(priors) as PriorKind[])
      cases.push([`${estimator}, ${kind}`, { prior: { kind }, inference: { estimator, kl: 'monte-carlo' } }]);
    for (const kind of Object.keys(likelihoods) as LikelihoodKind[]) {
      const { task } = likelihoods[kind];
      const points = threeInputs(kind === 'bernoulli' ? 2 : 6, task);
      cases.push([
        `${estimator}, ${kind}`,
        { dataset: { points, task }, likelihood: { kind }, inference: { estimator } },
      ]);
    }
    cases.push([`${estimator}, minibatches`, { inference: { estimator, batchSize: 3 } }]);
    cases.push([`${estimator}, 17 samples`, { inference: { estimator, samples: 17 } }]);
  }

  it.each(cases)('%s', async (_name, changes) => {
    const { problem, start } = perturbedProblem({ network: three, ...changes });
    const session = createSession(webglDevice(), problem);
    const [from, to] = session.states;
    session.load(from!, start);
    for (let step = 0; step < 4; step++) {
      const take = () => session.takeStep(from!, to!, step, { sinceCheck: 1, clipGradient: false });
      expect(await callsDuring(drawing, () => session.inDraws(take))).toBe(8);
    }
    session.dispose();
  });

  it('training adds a finiteness check at intervals', async () => {
    const { problem, start } = perturbedProblem({ network: three });
    const engine = createWebglEngine(problem, start);
    expect(await callsDuring(drawing, () => engine.train(1, 1e9))).toBe(9);
    expect(await callsDuring(drawing, () => engine.train(3, 1e9))).toBe(25);
    const many = await callsDuring(drawing, () => engine.train(600, 1e9));
    expect(many).toBeGreaterThan(4800);
    expect(many).toBeLessThanOrEqual(4806);
    engine.dispose();
  });
});

it('clipping long gradients takes extra draw calls only while gradients are long', async () => {
  const { problem, start } = perturbedProblem({
    dataset: { points: sinePoints(7), standardize: false },
    likelihood: { noise: 1e-3, learn: true },
    inference: { optimizer: { kind: 'adam', learningRate: 0.1 } },
  });
  const engine = createWebglEngine(problem, start);
  const two = 6;
  expect(await callsDuring(drawing, () => engine.train(50, 1e9))).toBeGreaterThan(50 * two + 100);
  await engine.train(350, 1e9);
  expect(await callsDuring(drawing, () => engine.train(50, 1e9))).toBe(50 * two + 1);
  engine.dispose();
});

describe.each(['weight-sampling', 'local-reparameterization'] as const)('with %s', (estimator) => {
  it('200 steps and snapshots leave no allocation on the graphics card, and dispose frees everything', async () => {
    const { problem, start } = perturbedProblem({
      network: { hidden: [5, 3] },
      inference: { estimator, batchSize: 3 },
    });
    await compileWebgl(problem);
    const tensors = memory();
    const held = await callsDuring(making, async () => {
      const engine = createWebglEngine(problem, start);
      await engine.train(10, 1e9);
      await engine.outputs(problem.inputs, 0, 4);
      const grown = await callsDuring(making, async () => {
        expect(await callsDuring(['createTexture'], () => engine.train(200, 1e9))).toBe(0);
        for (let picture = 0; picture < 5; picture++) {
          await engine.train(3, 1e9);
          await engine.outputs(problem.inputs, 0, 4);
          await engine.state();
        }
      });
      expect(grown).toBe(0);
      engine.dispose();
    });
    expect(held).toBe(0);
    expect(memory()).toEqual(tensors);
  });

  it('every fence is deleted, also when an engine is disposed of while it works', async () => {
    const { problem, start } = perturbedProblem({ inference: { estimator } });
    const fences = await callsDuring(fencing, async () => {
      const engine = createWebglEngine(problem, start);
      await engine.train(1e9, 5);
      engine.dispose();
    });
    expect(fences).toBe(0);
  });
});

it('an engine for a compiled problem compiles nothing more, also for another size or value', async () => {
  const changes = (width: number): Changes => ({
    network: { hidden: [width, 4], activation: 'silu' },
    prior: { sigma: width },
    inference: { samples: width, optimizer: { kind: 'rmsprop', learningRate: 0.01 * width } },
  });
  await compileWebgl(perturbedProblem(changes(3)).problem);
  for (const width of [3, 7]) {
    const { problem, start } = perturbedProblem(changes(width));
    const compiled = await callsDuring(['compileShader', 'linkProgram'], async () => {
      const engine = createWebglEngine(problem, start);
      await engine.train(2, 1e9);
      await engine.outputs(problem.inputs, 0, 2);
      engine.dispose();
    });
    expect(compiled).toBe(0);
  }
});

it('TensorFlow.js and WebGL engines do not affect each other’s results', async () => {
  expect(await prepareTfjs()).toBe(true);
  const { problem, start } = perturbedProblem({ network: { hidden: [6] } });
  const [fused, stock] = [createWebglEngine(problem, start), createTfjsEngine(problem, start)];
  for (let turn = 0; turn < 5; turn++) {
    await fused.train(4, 1e9);
    for (let taken = 0; taken < 4; ) taken += await stock.train(4 - taken, 1e9);
  }
  const [one, other] = [await fused.state(), await stock.state()];
  expect(one.step).toBe(20);
  expect(largestError(other.parameters, one.parameters)).toBeLessThan(1e-3);
  const expected = freeEnergyGradient(problem, start.parameters, 2).gradient;
  const found = (await freeEnergyGradientTfjs(problem, start.parameters, 2)).gradient;
  expect(largestError(expected, found)).toBeLessThan(1e-3);
  fused.dispose();
  stock.dispose();
});
