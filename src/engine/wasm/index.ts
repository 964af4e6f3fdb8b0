export { createWasmEngine, freeEnergyGradientWasm, supportsWasm } from './engine.ts';
export { hasWasm, wasmModule } from './module.ts';
