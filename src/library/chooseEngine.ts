import { createWasmEngine, freeEnergyGradientWasm, hasWasm, supportsWasm } from '../engine/wasm/index.ts';
import type { EngineFactory } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import { gradientsAgree } from '../experiment/selfTest.ts';
import { initialState } from '../experiment/state.ts';
import { createReferenceEngine, freeEnergyGradient } from '../reference/index.ts';

/** Which engine computes: `wasm` (32-bit vectors), `cpu` (64-bit TypeScript), or the fastest that passes its self-test. */
export type BackendChoice = 'auto' | 'wasm' | 'cpu';

export interface ChosenBackend {
  readonly backend: 'wasm' | 'cpu';
  readonly create: EngineFactory;
}

/** Points above which the self-test looks at the first ones only. */
const TESTED = 200;

/** The engine for a problem. Rejects where `wasm` is asked for and cannot run this experiment here. */
export async function chooseBackend(problem: Problem, choice: BackendChoice): Promise<ChosenBackend> {
  if (choice !== 'cpu') {
    const hindrance = await wasmHindrance(problem);
    if (hindrance === null) return { backend: 'wasm', create: createWasmEngine() };
    if (choice === 'wasm') throw new Error(`the wasm engine cannot run this: ${hindrance}; use auto or cpu`);
  }
  return { backend: 'cpu', create: createReferenceEngine };
}

/** Why the kernels cannot train this; null if they can, and give the reference's gradient element by element. */
async function wasmHindrance(problem: Problem): Promise<string | null> {
  const { method } = problem.experiment.inference;
  if (!supportsWasm(problem.experiment)) return `it has no ${method}`;
  if (!hasWasm()) return 'there is no WebAssembly with 128-bit vectors here';
  try {
    const sample = firstRows(problem);
    const { parameters } = initialState(sample);
    const truth = freeEnergyGradient(sample, parameters, 0);
    const candidate = await freeEnergyGradientWasm(sample, parameters, 0);
    return gradientsAgree(truth.gradient, candidate.gradient) ? null : 'it failed its self-test';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The problem with its first points only, all in one batch: enough to compare gradients. */
function firstRows(problem: Problem): Problem {
  const n = Math.min(TESTED, problem.n);
  return {
    ...problem,
    points: problem.points.slice(0, n),
    inputs: problem.inputs.slice(0, n * problem.inputCount),
    targets: problem.targets.slice(0, n),
    n,
    batchSize: Math.max(1, n),
    batches: 1,
  };
}
