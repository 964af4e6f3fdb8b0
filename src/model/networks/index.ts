import type { ActivationKind } from './activations.ts';

export { type ActivationKind, activations } from './activations.ts';
export { type CellKind, cells } from './cells.ts';
export { type ConvolutionOp, patchPlaces, pooledSize } from './convolution.ts';
export type { DenseLayer } from './dense.ts';
export { denseForward } from './forward.ts';
export { initialMeans } from './initialMeans.ts';
export type { LinearMaps, Pass } from './linear.ts';
export {
  imageSide,
  maxConvolutions,
  multiplyAdds,
  type NetworkPlan,
  planNetwork,
} from './plan.ts';
export { keptWeights } from './pruning.ts';
export type { RecurrentOp } from './recurrent.ts';
export { networkOutputs, runNetwork } from './runNetwork.ts';

/** A kind of network, with the defaults of an experiment that uses it. */
interface Network {
  readonly label: string;
  readonly teaches: string;
  /** Whether all of its layers are dense. */
  readonly fullyConnected: boolean;
  /** Whether it begins with convolutions (`network.channels`, `network.kernelSize`), and so needs square images. */
  readonly hasConvolutions: boolean;
  /** Whether it reads its inputs one after the other by cells (`network.cell`). */
  readonly hasCells: boolean;
  readonly hidden: readonly number[];
  readonly estimator: 'weight-sampling' | 'local-reparameterization';
  readonly activation: ActivationKind;
  /** Factor on the optimiser's usual learning rate. */
  readonly pace: number;
  /** Default standard deviation of a Gaussian prior. */
  readonly priorSigma: number;
}

/** Every kind of network, by its public key. */
export const networks = {
  dense: {
    label: 'Fully connected',
    teaches: 'Every unit is connected to every unit of the layer before.',
    fullyConnected: true,
    hasConvolutions: false,
    hasCells: false,
    hidden: [50],
    estimator: 'local-reparameterization',
    activation: 'relu',
    pace: 1,
    priorSigma: 1,
  },
  convolutional: {
    label: 'Convolutional',
    teaches:
      'Small filters, the same at every place of an image, with a distribution for each of their weights.',
    fullyConnected: false,
    hasConvolutions: true,
    hasCells: false,
    hidden: [],
    estimator: 'local-reparameterization',
    activation: 'silu',
    pace: 0.5,
    priorSigma: 1.5,
  },
  recurrent: {
    label: 'Recurrent',
    teaches: 'One cell reads a series step by step, with one draw of its weights for the whole series.',
    fullyConnected: false,
    hasConvolutions: false,
    hasCells: true,
    hidden: [8],
    estimator: 'weight-sampling',
    activation: 'relu',
    pace: 1,
    priorSigma: 1,
  },
} as const satisfies Record<string, Network>;

export type NetworkKind = keyof typeof networks;
