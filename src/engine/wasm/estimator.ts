import type { KernelContext } from './kernelContext.ts';
import type { Tile } from './kernelOp.ts';
import type { WasmNetwork } from './network.ts';

/** A Monte Carlo sample of the likelihood cost. */
export interface Sample {
  readonly step: number;
  readonly sample: number;
  /** The rows of the batch, in tiles. */
  readonly tiles: readonly Tile[];
  /** Adds the tile's cost at the network's outputs and writes its derivative to the network's delta. */
  readonly cost: (tile: Tile) => void;
}

/** Adds likelihood gradients to gradientMu and gradientSigma, like likelihoodSamples of src/reference/estimators.ts. */
export interface WasmEstimator {
  /** Whether it adds the gradient by the drawn weights to gradientWeights instead. */
  readonly throughWeights: boolean;
  /** Prepares what all samples of a step share. Call after μ and σ have been computed. */
  readonly begin: () => void;
  /** Adds one sample. If the estimator draws weights, the context's vectors hold ε and w of the draw. */
  readonly addSample: (sample: Sample) => void;
  /** Adds the terms that were summed over the samples. */
  readonly end: () => void;
}

/** Creates an estimator for a network. */
export type CreateEstimator = (context: KernelContext, network: WasmNetwork) => WasmEstimator;
