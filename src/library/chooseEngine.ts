import { createWasmEngine, freeEnergyGradientWasm, hasWasm, wasmCapabilities } from '../engine/wasm/index.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import { supports } from '../experiment/engine/engineCapabilities.ts';
import { passesSelfTest } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { createReferenceEngine, freeEnergyGradient } from '../reference/index.ts';

/** Which engine computes: `wasm` (32-bit vectors), `cpu` (64-bit TypeScript), or the fastest that passes its self-test. */
export type BackendChoice = 'auto' | 'wasm' | 'cpu';

export interface ChosenBackend {
  readonly backend: 'wasm' | 'cpu';
  readonly create: EngineFactory;
}

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
  if (!supports(wasmCapabilities, problem.experiment)) return `it has no ${method}`;
  if (!hasWasm()) return 'there is no WebAssembly with 128-bit vectors here';
  try {
    const passes = await passesSelfTest(problem, freeEnergyGradient, freeEnergyGradientWasm);
    return passes ? null : 'it failed its self-test';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
