export { compileWebgl, createWebglEngine, freeEnergyGradientWebgl, supportsWebgl } from './engine.ts';
export { prepareWebgl } from './openDevice.ts';
