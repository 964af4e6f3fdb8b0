import { createWasmEngine, freeEnergyGradientWasm, hasWasm, wasmCapabilities } from '../engine/wasm/index.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import { supports } from '../experiment/engine/engineCapabilities.ts';
import { passesSelfTest } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { createReferenceEngine, freeEnergyGradient } from '../reference/index.ts';

/**
 * `wasm` (32-bit SIMD), `cpu` (64-bit TypeScript), or `auto`: wasm if it supports the experiment and passes its
 * self-test.
 */
export type BackendChoice = 'auto' | 'wasm' | 'cpu';

export interface ChosenBackend {
  readonly backend: 'wasm' | 'cpu';
  readonly create: EngineFactory;
}

/** The engine for a problem. Rejects if `wasm` is requested but cannot run the experiment. */
export async function chooseBackend(problem: Problem, choice: BackendChoice): Promise<ChosenBackend> {
  if (choice !== 'cpu') {
    const reason = await wasmUnsupportedReason(problem);
    if (reason === null) return { backend: 'wasm', create: createWasmEngine() };
    if (choice === 'wasm') throw new Error(`the wasm engine cannot run this: ${reason}; use auto or cpu`);
  }
  return { backend: 'cpu', create: createReferenceEngine };
}

/** Why the wasm engine cannot train the problem; null if it supports it and its gradient equals the reference's. */
async function wasmUnsupportedReason(problem: Problem): Promise<string | null> {
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
