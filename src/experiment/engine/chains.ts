/**
 * The chains of Hamiltonian Monte Carlo as plain data. A position is [w (P) | log noise (1)], or [w (P)] where no noise is
 * learned.
 */
export interface ChainsState {
  /** Kept draws of each chain after warm-up, row-major [kept, dimension], oldest first. */
  readonly draws: readonly Float64Array[];
  /** log p(w, D) of each kept draw, up to a constant, a chain each. */
  readonly logDensities: readonly Float64Array[];
  readonly kept: number;
  /** Only every so many transitions is kept. */
  readonly thinning: number;
  readonly tuning: readonly ChainTuning[];
  /** Trajectories after warm-up whose energy error ran away, over all chains. */
  readonly divergences: number;
}

/** How one chain moves, and what adapts it during warm-up. */
export interface ChainTuning {
  readonly averaging: DualAveraging;
  readonly variance: RunningVariance;
  /** Diagonal of the inverse mass matrix: estimated posterior variances, [dimension]. */
  readonly inverseMass: Float64Array;
  /** Acceptance probability, averaged over about the last 50 transitions. */
  readonly acceptance: number;
}

/** Whether the chains can be believed. */
export interface ChainDiagnostics {
  readonly chains: number;
  /** Kept draws of each chain. */
  readonly draws: number;
  /** Transitions of warm-up still to come. */
  readonly warmupLeft: number;
  /** Largest rank-normalised split R-hat over predictions and log density (Vehtari et al. 2021); null: too few draws. */
  readonly rHat: number | null;
  /** Smallest bulk effective sample size over the same. */
  readonly effectiveSampleSize: number | null;
  readonly acceptance: number;
  readonly divergences: number;
}

/** Adaptation of a step size by dual averaging (Hoffman & Gelman 2014, §3.2). */
export interface DualAveraging {
  /** To be used now, and after warm-up. */
  readonly stepSize: number;
  readonly averageStepSize: number;
  /** μ of the paper: what log step sizes are drawn towards. */
  readonly anchor: number;
  /** H̄: mean of target − acceptance. */
  readonly error: number;
  readonly count: number;
}

/** Mean and sum of squared deviations of draws, [dimension] each. */
export interface RunningVariance {
  readonly count: number;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}
