export { createReferenceEngine } from './engine.ts';
export { freeEnergyGradient } from './freeEnergy.ts';
export { gradientVariance } from './gradientVariance.ts';
export { nextStep } from './nextStep.ts';
