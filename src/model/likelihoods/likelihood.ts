/** The kind of target: a number or a class. */
export type Task = 'regression' | 'classification';

interface Common {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  /** Whether it has one noise standard deviation, the last trained parameter. */
  readonly hasNoise: boolean;
  /** Whether `likelihood.noise` is the initial value of its noise: always true with `hasNoise`. */
  readonly startsFromNoise: boolean;
  /** Number of network outputs f. classes: 0 for regression. */
  readonly outputCount: (classes: number) => number;
  /**
   * −log p(y | f) in nats, constants included, of one example whose outputs are outputs[at …]. Writes its derivatives
   * to slope [outputCount + 1]: by each output, then by log noise.
   */
  readonly cost: (
    y: number,
    outputs: Float64Array,
    at: number,
    logNoise: number,
    slope: Float64Array,
  ) => number;
  /**
   * Square roots of the Fisher information of p(y | f) by the outputs: vectors v_k, row-major [k, outputCount], with
   * Σ_k v_k v_kᵀ = E_y[∇ log p ∇ log pᵀ]: the generalised Gauss–Newton matrix in output space (Martens 2020, §9).
   */
  readonly fisherRoots: (
    outputs: Float64Array,
    at: number,
    logNoise: number,
    outputCount: number,
  ) => Float64Array;
}

/** p(y | f) of a numeric target: Gaussian, with the first output as its mean. */
export interface RegressionLikelihood extends Common {
  readonly task: 'regression';
  /** Standard deviation of y given the outputs. */
  readonly sigma: (outputs: Float64Array, at: number, logNoise: number) => number;
}

/** p(y | f) of a class. */
export interface ClassificationLikelihood extends Common {
  readonly task: 'classification';
  /** Maximum number of classes it can represent. */
  readonly maxClasses: number;
  /** Writes p(y = c | f) of every class to probabilities [classes]. */
  readonly probabilities: (outputs: Float64Array, at: number, probabilities: Float64Array) => void;
}

export type Likelihood = RegressionLikelihood | ClassificationLikelihood;
