export { linear, relu, sigmoid, silu, sin, tanh } from './activations';
export {
  gruBackward,
  gruForward,
  gruReset,
  gruResetBackward,
  lstmBackward,
  lstmForward,
} from './cells';
export { columnSums } from './columns';
export { gaussianDivergence, laplaceDivergence } from './divergence';
export { addNoise, addProduct, clear, multiply } from './elementwise';
export { fillNormal } from './noise';
export { adam, clamp, rmsprop, sgd } from './optimizer';
export { outerProduct } from './outerProduct';
export { gatherPatches, poolMaxima, scatterPatches, scatterWinners } from './patches';
export { philoxBlocks } from './philox';
export { addDraw, addSpread, appendGradient, drawWeights, gatherGradient, posterior } from './posterior';
export { gaussianPrior, laplacePrior, mixturePrior } from './prior';
export { product } from './product';
export { addRows, copyRows, joinRows, repeatRows, splitRows } from './rows';
export { addGains, sharpen } from './sharpening';
export { fillSigns } from './signs';
export { transpose } from './transpose';

/** Address of the first byte that the module does not use itself. */
export function freeMemory(): usize {
  return __heap_base;
}
