import type { KernelContext } from './kernelContext.ts';
import type { Tile } from './kernelOp.ts';
import type { WasmNetwork } from './network.ts';

/** A Monte Carlo sample of the likelihood cost. */
export interface Sample {
  readonly step: number;
  readonly sample: number;
  /** The rows of the batch. */
  readonly tiles: readonly Tile[];
  /** Adds the tile's cost at the network's outputs, and writes its derivative to the network's delta. */
  readonly cost: (tile: Tile) => void;
}

/** Adds likelihood gradients to gradientMu and gradientSigma, as likelihoodSamples of src/reference/estimators.ts. */
export interface WasmEstimator {
  /** Whether it differentiates by the weights of the draw, and adds that to gradientWeights instead. */
  readonly throughWeights: boolean;
  /** Readies what all samples of a step share; μ and σ are known. */
  readonly begin: () => void;
  /** One sample. ε and w of its draw stand in the vectors, if the estimator draws weights. */
  readonly addSample: (sample: Sample) => void;
  /** Adds what the samples have left over. */
  readonly end: () => void;
}

export type CreateEstimator = (context: KernelContext, network: WasmNetwork) => WasmEstimator;
