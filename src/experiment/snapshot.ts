/** Costs for the whole data set, in nats, constants included; total = complexityCost + likelihoodCost. */
export interface FreeEnergy {
  readonly total: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** p(y | x, D) along the plotted inputs, in the data's units. Every array but `draws` has one entry an input. */
export interface Predictive {
  readonly x: Float64Array;
  readonly mean: Float64Array;
  readonly epistemicSigma: Float64Array;
  readonly aleatoricSigma: Float64Array;
  /** Quantiles of f(x, w) over draws of w. */
  readonly epistemicLower: Float64Array;
  readonly epistemicUpper: Float64Array;
  /** Quantiles of y: the mixture over draws, noise included. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Functions f(x, w_s) of the first draws, [drawCount, x.length] row-major. */
  readonly draws: Float64Array;
  readonly drawCount: number;
}

/** The parameters of one layer: `kernel` or `bias`, at `offset` in the flat vectors, kernels row-major [fanIn, fanOut]. */
export interface ParameterBlock {
  readonly name: string;
  readonly offset: number;
  readonly shape: readonly number[];
}

/** q(w | θ) and the prior's scale of every weight, all [P]. */
export interface WeightSummary {
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  /** The factor by which `prior.scaling` shrinks the prior of each weight. */
  readonly priorScale: Float64Array;
  /** KL[q(w_i) ‖ p(w_i)] of each weight, in nats. */
  readonly kl: Float64Array;
  readonly layers: readonly ParameterBlock[];
}

/** Which engine computes, as a person reads it. */
export type Backend = 'reference' | 'tfjs-webgl' | 'tfjs-cpu';

/**
 * What the worker emits: a picture of the run at one step, from frozen parameters. `step` 0 is before training:
 * `predictive` is then the prior predictive.
 */
export interface Snapshot {
  readonly step: number;
  readonly freeEnergy: FreeEnergy;
  readonly predictive: Predictive;
  readonly weights: WeightSummary;
  /** Noise standard deviation now, in the data's units. */
  readonly noiseSigma: number;
  readonly stepsPerSecond: number;
  readonly backend: Backend;
}
