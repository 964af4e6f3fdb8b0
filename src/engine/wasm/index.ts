export { wasmCapabilities } from './capabilities.ts';
export { createWasmEngine, freeEnergyGradientWasm } from './engine.ts';
export { hasWasm, wasmModule } from './module.ts';
