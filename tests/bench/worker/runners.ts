import type { EngineFactory } from '../../../src/experiment/engine/engine.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import type { StockBackend } from '../baselines/backends.ts';
import type { BaselineFactory } from '../baselines/baseline.ts';
import type { BrowserContender } from '../contenders.ts';

/** Trains one problem. */
export interface Runner {
  /** Submits this many steps before it returns, and resolves when they are computed. */
  readonly train: (steps: number) => Promise<unknown>;
  readonly dispose: () => void;
}

type RunnerFactory = (problem: Problem) => Runner;

/** An engine of this project. Its state is read at the end, so that queued work is included in the time. */
function ofEngine(create: EngineFactory): RunnerFactory {
  return (problem) => {
    const engine = create(problem, initialState(problem));
    return {
      train: async (steps) => {
        for (let left = steps; left > 0; ) left -= await engine.train(left, 1e9);
        await engine.state();
      },
      dispose: engine.dispose,
    };
  };
}

async function ofBaseline(backend: StockBackend, create: BaselineFactory): Promise<RunnerFactory> {
  const { startStockBackend } = await import('../baselines/backends.ts');
  const { stockNoise } = await import('../baselines/noise.ts');
  await startStockBackend(backend);
  return (problem) => {
    const { step, variables, dispose } = create(problem, initialState(problem).parameters, stockNoise);
    return {
      train: async (steps) => {
        for (let taken = 0; taken < steps; taken++) step();
        await variables[0]!.data();
      },
      dispose,
    };
  };
}

async function naive(backend: StockBackend): Promise<RunnerFactory> {
  return ofBaseline(backend, (await import('../baselines/naive.ts')).createNaive);
}

async function batched(backend: StockBackend): Promise<RunnerFactory> {
  return ofBaseline(backend, (await import('../baselines/batched.ts')).createBatched);
}

async function tfjsEngine(): Promise<RunnerFactory> {
  const { prepareTfjs, createTfjsEngine } = await import('../../../src/engine/tfjs/index.ts');
  if (!(await prepareTfjs())) throw new Error('TensorFlow.js does not start here on WebGL');
  return ofEngine(createTfjsEngine);
}

async function webglEngine(): Promise<RunnerFactory> {
  const { createWebglEngine, prepareWebgl } = await import('../../../src/engine/webgl/index.ts');
  if (!(await prepareWebgl())) throw new Error('the webgl engine does not start here');
  return ofEngine(createWebglEngine);
}

/** How each contender in the browser is started, in its own worker. */
export const loadRunner = {
  reference: async () => ofEngine((await import('../../../src/reference/index.ts')).createReferenceEngine),
  wasm: async () => ofEngine((await import('../../../src/engine/wasm/index.ts')).createWasmEngine()),
  webgl: webglEngine,
  'tfjs-webgl': tfjsEngine,
  'naive-webgl': () => naive('webgl'),
  'naive-wasm': () => naive('wasm'),
  'naive-cpu': () => naive('cpu'),
  'batched-webgl': () => batched('webgl'),
  'batched-wasm': () => batched('wasm'),
  'batched-cpu': () => batched('cpu'),
} as const satisfies Record<BrowserContender, () => Promise<RunnerFactory>>;
