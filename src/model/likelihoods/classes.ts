/** Predictive class distribution of all draws at one input; entropies in nats. */
export interface ClassUncertainty {
  /** Mean over draws of each class's probability, [classes]. */
  readonly probabilities: Float64Array;
  /** H[E p] = aleatoric + mutualInformation. */
  readonly totalEntropy: number;
  /** E H[p]: aleatoric; more data do not reduce it. */
  readonly aleatoricEntropy: number;
  /** H[E p] − E H[p], the information that y would give about w: epistemic (Depeweg et al. 2018). */
  readonly mutualInformation: number;
}

/** Entropy of the probabilities values[at … at + classes]. */
function entropy(values: Float64Array, at: number, classes: number): number {
  let sum = 0;
  for (let i = at; i < at + classes; i++) if (values[i]! > 0) sum -= values[i]! * Math.log(values[i]!);
  return sum;
}

/** A mutual information below this share of the total entropy is the rounding error of their difference. */
const ROUNDING_ERROR = 2 ** -46;

/**
 * Decomposes the uncertainty at one input. The mutual information of identical draws is exactly 0.
 * draws: p(y = c | x, w_s), row-major [S′, classes].
 */
export function summarizeClasses(draws: Float64Array, classes: number): ClassUncertainty {
  const count = draws.length / classes;
  // Relative to the first draw, so that the means of identical draws are exactly that draw's.
  const first = draws.slice(0, classes);
  const firstEntropy = entropy(first, 0, classes);
  const probabilities = first.slice();
  let meanEntropy = firstEntropy;
  for (let draw = 1; draw < count; draw++) {
    const at = draw * classes;
    for (let c = 0; c < classes; c++) probabilities[c]! += (draws[at + c]! - first[c]!) / count;
    meanEntropy += (entropy(draws, at, classes) - firstEntropy) / count;
  }
  const totalEntropy = entropy(probabilities, 0, classes);
  // Non-negative by Jensen's inequality.
  const difference = totalEntropy - meanEntropy;
  const mutualInformation = difference > ROUNDING_ERROR * totalEntropy ? difference : 0;
  return {
    probabilities,
    totalEntropy,
    aleatoricEntropy: totalEntropy - mutualInformation,
    mutualInformation,
  };
}

/** Bins of confidence in a reliability diagram (Guo et al. 2017 use 15). */
const BINS = 15;

/** One bar of a reliability diagram: predictions whose confidence lies in (low, high]. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean probability of the predicted class and observed accuracy; 0 in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

/**
 * Confidence against accuracy in equal bins (Guo et al. 2017, §2). probabilities: mean predictive [n, classes];
 * targets: class indices [n].
 */
export function classReliability(
  probabilities: Float64Array,
  targets: ArrayLike<number>,
  classes: number,
): readonly ReliabilityBin[] {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let row = 0; row < targets.length; row++) {
    const p = probabilities.subarray(row * classes, (row + 1) * classes);
    const predicted = mostProbable(p);
    const bin = sums[Math.max(0, Math.min(BINS - 1, Math.ceil(p[predicted]! * BINS) - 1))]!;
    bin.count++;
    bin.confidence += p[predicted]!;
    if (predicted === targets[row]) bin.right++;
  }
  return sums.map(({ count, confidence, right }, i) => ({
    low: i / BINS,
    high: (i + 1) / BINS,
    count,
    confidence: count > 0 ? confidence / count : 0,
    accuracy: count > 0 ? right / count : 0,
  }));
}

/** Index of the largest probability; the first one on ties. */
export function mostProbable(probabilities: Float64Array): number {
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return best;
}

/** Expected calibration error: mean |accuracy − confidence| over bins, weighted by their counts (Guo et al. 2017, eq. 3). */
export function classCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, confidence, accuracy }) => sum + (count / total) * Math.abs(accuracy - confidence),
    0,
  );
}
