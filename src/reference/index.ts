export { createReferenceEngine } from './engine.ts';
export { freeEnergyGradient } from './freeEnergy.ts';
