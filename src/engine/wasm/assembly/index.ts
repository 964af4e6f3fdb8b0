export { linear, relu, sigmoid, silu, sin, tanh } from './activations';
export { gaussianDivergence, laplaceDivergence } from './divergence';
export { add, addNoise, addProduct, clear, drawWeights, multiply } from './elementwise';
export { fillNormal, fillSigns } from './noise';
export { adam, clamp, rmsprop, sgd } from './optimizer';
export { columnSums, outerProduct } from './outerProduct';
export { philoxBlocks } from './philox';
export { posterior, sumOfSquares } from './posterior';
export { addSampledComplexity, gaussianPrior, laplacePrior, mixturePrior } from './prior';
export { product, transpose } from './product';

/** The first byte that the module itself does not use. */
export function freeMemory(): usize {
  return __heap_base;
}
