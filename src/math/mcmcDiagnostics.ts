import { mean, variance } from './moments.ts';
import { normalQuantile } from './normalQuantile.ts';
import { sortedQuantile } from './quantiles.ts';

/**
 * Draws of one scalar quantity, one array per chain, all of equal length ≥ 4. The diagnostics are those of Vehtari,
 * Gelman, Simpson, Carpenter & Bürkner (2021) for chains with a common stationary distribution. If any draw is not
 * finite, R-hat and the standard error are ∞ and effective sample sizes 0.
 */
export type Chains = readonly Float64Array[];

/** Minimum length of a chain: two draws per half. */
const MIN_DRAWS = 4;

/**
 * Rank-normalised split R-hat (§4): the larger of bulk R-hat, which detects different locations, and tail R-hat
 * (draws folded about their median), which detects different spreads. Converged chains have values below 1.01. 1 for
 * a constant, ∞ for constant chains with different values.
 */
export function splitRHat(chains: Chains): number {
  const halves = split(chains);
  if (!allFinite(halves)) return Number.POSITIVE_INFINITY;
  const median = sortedQuantile(pooled(halves).sort(), 0.5);
  const folded = halves.map((half) => half.map((value) => Math.abs(value - median)));
  return Math.max(potentialScaleReduction(halves), potentialScaleReduction(folded));
}

/**
 * Bulk effective sample size of rank-normalised split chains (§4): the number of independent draws with the same
 * information about the centre of the distribution. At most S log10 S of S draws; S for a constant.
 */
export function bulkEffectiveSampleSize(chains: Chains): number {
  const halves = split(chains);
  return allFinite(halves) ? effectiveSampleSize(rankNormalized(halves)) : 0;
}

/** Monte Carlo standard error of the mean, in the quantity's unit: sd / √(effective sample size of the split chains). */
export function meanStandardError(chains: Chains): number {
  const halves = split(chains);
  if (!allFinite(halves)) return Number.POSITIVE_INFINITY;
  const draws = pooled(chains);
  const lowest = minimum(draws);
  const range = maximum(draws) - lowest;
  if (range === 0) return 0;
  // Rescaled to 0 … 1, so that squares neither overflow nor underflow.
  const scaled = (values: Float64Array) => values.map((value) => (value - lowest) / range);
  return range * Math.sqrt(variance(scaled(draws)) / effectiveSampleSize(halves.map(scaled)));
}

/** First and last half of every chain; the middle draw of an odd number is dropped. */
function split(chains: Chains): Chains {
  const length = chains[0]?.length ?? 0;
  if (length < MIN_DRAWS || chains.some((chain) => chain.length !== length)) {
    const lengths = chains.map((chain) => chain.length).join(', ');
    throw new RangeError(`invalid chains; must have equal lengths of ${MIN_DRAWS} or more: ${lengths}`);
  }
  const half = Math.floor(length / 2);
  return chains.flatMap((chain) => [chain.subarray(0, half), chain.subarray(length - half)]);
}

/** Whether all draws and their range are finite. */
function allFinite(chains: Chains): boolean {
  const draws = pooled(chains);
  return Number.isFinite(maximum(draws) - minimum(draws));
}

/**
 * R-hat of rank-normalised chains (eq. 1–4): √(pooled variance / mean variance within). Constants are handled first,
 * because rounding makes their variance slightly positive.
 */
function potentialScaleReduction(chains: Chains): number {
  if (isConstant(pooled(chains))) return 1;
  if (chains.every(isConstant)) return Number.POSITIVE_INFINITY;
  const { within, pooled: total } = variances(rankNormalized(chains));
  return Math.sqrt(total / within);
}

/**
 * Effective sample size without rank normalisation (§3.2): combined autocorrelations of all chains, summed over
 * Geyer's initial monotone sequence of lag pairs, plus the even lag of the next pair if it is positive.
 */
function effectiveSampleSize(chains: Chains): number {
  const draws = pooled(chains);
  if (isConstant(draws)) return draws.length;
  const length = chains[0]!.length;
  const { within, pooled: total } = variances(chains);
  const centred = chains.map((chain) => {
    const centre = mean(chain);
    return chain.map((value) => value - centre);
  });
  const autocorrelation = (lag: number) =>
    1 - (within - mean(centred.map((chain) => autocovariance(chain, lag)))) / total;
  let time = -1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let lag = 0; ; lag += 2) {
    const even = lag === 0 ? 1 : autocorrelation(lag);
    const pair = even + autocorrelation(lag + 1);
    if (!(pair > 0) || lag + 4 >= length) {
      time += Math.max(0, even);
      break;
    }
    smallest = Math.min(smallest, pair);
    time += 2 * smallest;
  }
  return draws.length / Math.max(time, 1 / Math.log10(draws.length));
}

/** Mean within-chain variance W (eq. 2), and the pooled variance estimate from it and the chain means (eq. 3). */
function variances(chains: Chains): { readonly within: number; readonly pooled: number } {
  const length = chains[0]!.length;
  const within = mean(chains.map(variance));
  return { within, pooled: ((length - 1) / length) * within + variance(chains.map(mean)) };
}

/** Normal quantiles of the ranks among all draws (Blom scores; §4); tied draws get their average rank. */
function rankNormalized(chains: Chains): Chains {
  const draws = pooled(chains);
  const sorted = draws.slice().sort();
  const scores = new Map<number, number>();
  for (let first = 0, next = 0; first < sorted.length; first = next) {
    const value = sorted[first]!;
    while (next < sorted.length && sorted[next] === value) next++;
    const rank = (first + 1 + next) / 2;
    scores.set(value, normalQuantile((rank - 3 / 8) / (sorted.length + 1 / 4)));
  }
  return chains.map((chain) => chain.map((value) => scores.get(value)!));
}

/** Autocovariance at `lag`, divided by the number of draws. centred: [draws], mean 0. */
function autocovariance(centred: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!;
  return sum / centred.length;
}

/** Concatenates all chains. */
function pooled(chains: Chains): Float64Array {
  const length = chains[0]!.length;
  const draws = new Float64Array(chains.length * length);
  chains.forEach((chain, index) => {
    draws.set(chain, index * length);
  });
  return draws;
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

function minimum(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}

function maximum(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
}
