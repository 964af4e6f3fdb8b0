import type { EngineCapabilities } from '../../experiment/engine/engineCapabilities.ts';

/** What the WebAssembly kernels implement. */
export const wasmCapabilities = {
  methods: ['bayes-by-backprop'],
  estimators: ['weight-sampling', 'local-reparameterization', 'flipout'],
  optimizers: ['adam', 'sgd', 'rmsprop'],
  likelihoods: ['gaussian', 'heteroscedastic', 'bernoulli', 'categorical'],
  priors: ['gaussian', 'scale-mixture', 'laplace'],
  closedFormPriors: ['gaussian', 'laplace'],
  activations: ['relu', 'tanh', 'sigmoid', 'silu', 'sin', 'linear'],
  networks: ['dense', 'convolutional', 'recurrent'],
  cells: ['lstm', 'gru', 'simple'],
  sharpening: true,
} as const satisfies EngineCapabilities;
