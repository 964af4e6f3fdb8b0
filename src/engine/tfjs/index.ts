// The core has to be imported first: gradients register themselves with it.
import '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export { prepareTfjs } from './backend.ts';
export { createTfjsEngine } from './engine.ts';
export { freeEnergyGradientTfjs } from './objective.ts';
