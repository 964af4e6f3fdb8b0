import type { EngineCapabilities } from '../../experiment/engine/engineCapabilities.ts';

/** What the GLSL programs implement: dense layers only, and no Flipout. */
export const webglCapabilities = {
  methods: ['bayes-by-backprop'],
  estimators: ['weight-sampling', 'local-reparameterization'],
  optimizers: ['adam', 'sgd', 'rmsprop'],
  likelihoods: ['gaussian', 'heteroscedastic', 'bernoulli', 'categorical'],
  priors: ['gaussian', 'scale-mixture', 'laplace'],
  closedFormPriors: ['gaussian', 'laplace'],
  activations: ['relu', 'tanh', 'sigmoid', 'silu', 'sin', 'linear'],
  networks: ['dense'],
  cells: [],
  sharpening: false,
} as const satisfies EngineCapabilities;
