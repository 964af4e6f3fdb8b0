import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { ActivationKind } from '../../model/networks/index.ts';
import type { wasmCapabilities } from './capabilities.ts';
import type { Kernels } from './kernels.ts';

/** Name of each activation's kernel. */
const wasmActivations = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  silu: 'silu',
  sin: 'sin',
  linear: 'linear',
} as const satisfies Record<Listed<typeof wasmCapabilities, 'activations'>, keyof Kernels>;

type ActivationKernel = (typeof wasmActivations)[keyof typeof wasmActivations];

/** The kernel that replaces pre-activations by their values and writes the slopes. */
export function activationKernel(kernels: Kernels, kind: ActivationKind): Kernels[ActivationKernel] {
  return kernels[implementationOf<ActivationKernel>(wasmActivations, kind)];
}
