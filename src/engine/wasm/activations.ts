import type { ActivationKind } from '../../model/networks/index.ts';
import type { Kernels } from './kernels.ts';

/** The kernel of each hidden activation. */
export const wasmActivations = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  silu: 'silu',
  sin: 'sin',
  linear: 'linear',
} as const satisfies Record<ActivationKind, keyof Kernels>;
