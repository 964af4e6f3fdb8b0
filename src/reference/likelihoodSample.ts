import type { Problem } from '../experiment/problem/problem.ts';

/** The inputs of one Monte Carlo sample of the likelihood cost, and the gradients that it is added to. */
export interface LikelihoodSample {
  readonly problem: Problem;
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  /** This sample's draw w = μ + σε and its ε, [P]. */
  readonly weights: Float64Array;
  readonly epsilon: Float64Array;
  readonly step: number;
  readonly sample: number;
  /** Standardised inputs [rows, inputCount] of the batch. */
  readonly inputs: Float64Array;
  readonly rows: number;
  /** Adds the batch's cost and returns d cost / d outputs [rows, outputCount]; already divided by S. */
  readonly cost: (outputs: Float64Array) => Float64Array;
  readonly gradientMu: Float64Array;
  readonly gradientSigma: Float64Array;
}
