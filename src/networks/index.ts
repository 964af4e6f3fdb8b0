export { type Activation, type ActivationKind, activations } from './activations.ts';
export { type DenseLayer, initialMeans, multiplyAdds, type NetworkPlan, planDense } from './dense.ts';
export { denseForward, networkOutputs } from './forward.ts';
export { keptWeights } from './pruning.ts';

/** Every kind of network, by its public key. */
export const networks = { dense: { label: 'Fully connected' } } as const satisfies Record<
  string,
  { readonly label: string }
>;

export type NetworkKind = keyof typeof networks;
