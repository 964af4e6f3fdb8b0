/**
 * The chains of Hamiltonian Monte Carlo as plain data. A position is [w (P) | log noise (1)], or [w (P)] where the noise is
 * fixed.
 */
export interface ChainsState {
  /** Kept draws of each chain after warm-up, row-major [kept, dimension], oldest first. */
  readonly draws: readonly Float64Array[];
  /** log p(w, D) of each kept draw up to a constant, one array for each chain. */
  readonly logDensities: readonly Float64Array[];
  readonly kept: number;
  /** Every `thinning`-th transition is kept. */
  readonly thinning: number;
  readonly tuning: readonly ChainTuning[];
  /** Divergent trajectories after warm-up, over all chains. */
  readonly divergences: number;
}

/** Step size and mass of one chain, and the estimates that adapt them during warm-up. */
export interface ChainTuning {
  readonly averaging: DualAveraging;
  readonly variance: RunningVariance;
  /** Diagonal of the inverse mass matrix: estimated posterior variances, [dimension]. */
  readonly inverseMass: Float64Array;
  /** Exponential moving average of the acceptance probability over about 50 transitions. */
  readonly acceptance: number;
}

/** Convergence diagnostics of the chains. */
export interface ChainDiagnostics {
  readonly chains: number;
  /** Kept draws of each chain. */
  readonly draws: number;
  /** Remaining transitions of warm-up. */
  readonly warmupLeft: number;
  /** Largest rank-normalised split R-hat of predictions and log density (Vehtari et al. 2021); null: too few draws. */
  readonly rHat: number | null;
  /** Smallest bulk effective sample size of the same quantities. */
  readonly effectiveSampleSize: number | null;
  readonly acceptance: number;
  readonly divergences: number;
}

/** State of a step size's adaptation by dual averaging (Hoffman & Gelman 2014, §3.2). */
export interface DualAveraging {
  /** The step size during warm-up, and the averaged one for after it. */
  readonly stepSize: number;
  readonly averageStepSize: number;
  /** μ of the paper: the value that log step sizes are shrunk towards. */
  readonly anchor: number;
  /** H̄: running mean of target − acceptance. */
  readonly error: number;
  readonly count: number;
}

/** Mean and sum of squared deviations of draws, [dimension] each. */
export interface RunningVariance {
  readonly count: number;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}
