import { expect, it } from 'vitest';
import {
  compileWebgl,
  createWebglEngine,
  freeEnergyGradientWebgl,
  prepareWebgl,
} from '../../src/engine/webgl/index.ts';
import { webglDevice } from '../../src/engine/webgl/openDevice.ts';
import { NonFiniteStep } from '../../src/experiment/engine/engine.ts';
import { perturbedProblem } from '../engine/perturbed.ts';

// In this order and in a separate file: a lost context stays lost for the page.

it('an engine is refused before WebGL is prepared', async () => {
  const { problem, start } = perturbedProblem({});
  expect(() => createWebglEngine(problem, start)).toThrow('prepareWebgl');
  await expect(compileWebgl(problem)).rejects.toThrow('prepareWebgl');
});

it('when the context is lost every call rejects soon, with a reason', async () => {
  expect(await prepareWebgl()).toBe(true);
  const { problem, start } = perturbedProblem({});
  const [training, idle] = [createWebglEngine(problem, start), createWebglEngine(problem, start)];
  await idle.train(1, 1e9);
  const trained = training.train(1e9, 1e9).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { gl } = webglDevice();
  gl.getExtension('WEBGL_lose_context')!.loseContext();
  const failure = await trained;
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(NonFiniteStep);
  expect((failure as Error).message).toContain('lost');
  await expect(training.state()).rejects.toThrow('lost');
  await expect(idle.outputs(problem.inputs, 0, 2)).rejects.toThrow('lost');
  await expect(idle.train(1, 1e9)).rejects.toThrow('lost');
  await expect(freeEnergyGradientWebgl(problem, start.parameters, 0)).rejects.toThrow('lost');
  expect(() => createWebglEngine(problem, start)).toThrow('lost');
  expect(await prepareWebgl()).toBe(false);
  training.dispose();
  idle.dispose();
});
