export { createReferenceEngine, trainStep } from './engine.ts';
export { type FreeEnergyGradient, freeEnergyGradient } from './freeEnergy.ts';
