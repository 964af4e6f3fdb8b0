export { prepareWebgl } from './device.ts';
export { compileWebgl, createWebglEngine, freeEnergyGradientWebgl, supportsWebgl } from './engine.ts';
