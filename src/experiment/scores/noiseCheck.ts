/** How much larger or smaller than the fixed noise the residuals may be. */
const MAX_RATIO = 2;
/** Fewer rows contradict nothing. */
const MIN_ROWS = 5;

/** Residuals that contradict a fixed noise. */
export interface NoiseContradiction {
  /** Noise that the residuals show, in multiples of the fixed noise. */
  readonly ratio: number;
  readonly standardError: number;
  /** The same noise in the units of the residuals. */
  readonly noise: number;
}

/** Predictions of rows with known targets, in one unit; [rows]. */
export interface CheckedRows {
  readonly residuals: readonly number[];
  /** Standard deviation of the mean over draws of the weights. */
  readonly epistemicSigma: ArrayLike<number>;
  /** Whether the network was trained on these rows. */
  readonly trained: boolean;
}

/**
 * Compares a fixed noise σ with the noise that the residuals r show: σ̂² is the mean of r² + v on rows that were trained on,
 * v the epistemic variance: E_q[(y − f)²], at which a learned noise would rest, and whose expectation in a linear model is
 * σ², however many weights there are. On other rows E[r²] = σ² + v, so that σ̂² is the mean of r² − v.
 * Null unless σ̂/σ lies outside [½, 2] by more than its standard error, which comes from the spread over rows.
 */
export function noiseContradiction(
  { residuals, epistemicSigma, trained }: CheckedRows,
  sigma: number,
): NoiseContradiction | null {
  const n = residuals.length;
  if (n < MIN_ROWS) return null;
  const squares = residuals.map((r, row) => r ** 2 + (trained ? 1 : -1) * epistemicSigma[row]! ** 2);
  const mean = squares.reduce((sum, value) => sum + value / n, 0);
  const variance = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const ratio = Math.sqrt(Math.max(0, mean)) / sigma;
  if (!(ratio > 0)) return null;
  // σ̂ is a root: its relative error is half that of σ̂².
  const standardError = (ratio * Math.sqrt(variance / n)) / (2 * mean);
  if (ratio - standardError <= MAX_RATIO && ratio + standardError >= 1 / MAX_RATIO) return null;
  return { ratio, standardError, noise: ratio * sigma };
}
