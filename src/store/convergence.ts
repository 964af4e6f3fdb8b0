import { mean, variance } from '../math/moments.ts';
import type { HistoryEntry } from './history.ts';

/** How far F fell between the two windows that were compared. */
export interface Convergence {
  readonly step: number;
  /** Length of each window in steps. */
  readonly stretch: number;
  /** Nats by which the mean of F fell from the first window to the second. */
  readonly fall: number;
}

/** A run does not count as converged before this step, because F can also be flat at the start. */
const MIN_STEPS = 3000;
/** Minimum number of history entries in each window. */
const MIN_ENTRIES = 12;
/** Smallest relevant fall of F in nats: less than 1 nat over the next window is invisible in the plots. */
const MIN_FALL = 0.5;
/** Smallest relevant fall relative to |F|. */
const MIN_SHARE = 0.002;

/**
 * Detects that F has stopped falling: compares the mean of F over the last quarter of the steps with the mean over the
 * quarter before it. The windows grow with the run, so that a slow fall is detected too; a fall within three standard errors
 * does not count. Null while F falls and while there are too few entries. since: the step at which F was last redefined.
 */
export function convergenceOf(history: readonly HistoryEntry[], since = 0): Convergence | null {
  const last = history.at(-1);
  if (!last || last.step - since < MIN_STEPS) return null;
  const stretch = (last.step - since) / 4;
  const between = (low: number, high: number) =>
    history
      .filter(({ step }) => step > low && step <= high)
      .map(({ complexityCost, likelihoodCost }) => complexityCost + likelihoodCost);
  const earlier = between(last.step - 2 * stretch, last.step - stretch);
  const later = between(last.step - stretch, last.step);
  if (earlier.length < MIN_ENTRIES || later.length < MIN_ENTRIES) return null;
  const fall = mean(earlier) - mean(later);
  const error = Math.sqrt(variance(earlier) / earlier.length + variance(later) / later.length);
  const allowed = Math.max(MIN_FALL, MIN_SHARE * Math.abs(mean(later)), Math.min(3 * error, 2 * MIN_FALL));
  return fall < allowed ? { step: last.step, stretch: Math.round(stretch), fall } : null;
}
