import { normalQuantile } from './normalQuantile.ts';
import { sortedQuantile } from './quantiles.ts';

/**
 * The draws of one scalar quantity, an array a chain: equal lengths of four or more. Every diagnostic here takes them,
 * and is that of Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021 for chains that should share one distribution.
 * Where a draw is not finite nothing can be believed: R-hat and the standard error are ∞, effective sample sizes 0.
 */
export type Chains = readonly Float64Array[];

/** Fewest draws of a chain: two to each half. */
const MIN_DRAWS = 4;

/**
 * Rank-normalised split R-hat: the larger of bulk, which finds chains in different places, and tail (draws folded about
 * their median), which finds chains of different spread (§4). Near 1 when the chains agree; above 1.01 they do not yet.
 * 1 for a constant, ∞ for chains that stand still in different places.
 */
export function splitRHat(chains: Chains): number {
  const halves = split(chains);
  if (!allFinite(halves)) return Number.POSITIVE_INFINITY;
  const median = sortedQuantile(pooled(halves).sort(), 0.5);
  const folded = halves.map((half) => half.map((value) => Math.abs(value - median)));
  return Math.max(potentialScaleReduction(halves), potentialScaleReduction(folded));
}

/**
 * Effective sample size of rank-normalised split chains (§4): how many independent draws would tell as much about the
 * middle of the distribution. At most S log10 S of S draws; S for a constant.
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
  const lowest = least(draws);
  const range = greatest(draws) - lowest;
  if (range === 0) return 0;
  // On a scale of 0 to 1, where no square overflows or vanishes.
  const scaled = (values: Float64Array) => values.map((value) => (value - lowest) / range);
  return range * Math.sqrt(variance(scaled(draws)) / effectiveSampleSize(halves.map(scaled)));
}

/** First and last half of every chain; the middle draw of an odd number belongs to neither. */
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
  return Number.isFinite(greatest(draws) - least(draws));
}

/**
 * R-hat of rank-normalised chains (eq. 1–4): √(pooled variance / mean variance within). Rounding makes variances of
 * constants that are not quite 0, so constants are looked for first.
 */
function potentialScaleReduction(chains: Chains): number {
  if (isConstant(pooled(chains))) return 1;
  if (chains.every(isConstant)) return Number.POSITIVE_INFINITY;
  const { within, pooled: total } = variances(rankNormalized(chains));
  return Math.sqrt(total / within);
}

/**
 * Effective sample size of chains as they are (§3.2): autocorrelations of all chains together, summed over
 * Geyer's initial monotone sequence of pairs of lags; of the pair that ends it, the even lag if positive.
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

/** Mean variance within chains W (eq. 2), and the variance of all draws that it and the chains' means imply (eq. 3). */
function variances(chains: Chains): { readonly within: number; readonly pooled: number } {
  const length = chains[0]!.length;
  const within = mean(chains.map(variance));
  return { within, pooled: ((length - 1) / length) * within + variance(chains.map(mean)) };
}

/** Draws as normal quantiles of their ranks among all draws (Blom scores; §4); equal draws share their average rank. */
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

/** Mean of products `lag` draws apart, divided by the number of draws. centred: mean 0, [draws]. */
function autocovariance(centred: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!;
  return sum / centred.length;
}

/** All draws, one chain after the other. */
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

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}

function greatest(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Unbiased; 0 of a single value. */
function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum / Math.max(1, values.length - 1);
}
