export { compileWebgl, createWebglEngine, freeEnergyGradientWebgl } from './engine.ts';
export { prepareWebgl } from './openDevice.ts';
