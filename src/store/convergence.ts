import { mean, variance } from '../math/moments.ts';
import type { HistoryEntry } from './history.ts';

/** By how much F still moved, and over how many steps that was looked at. */
export interface Convergence {
  readonly step: number;
  /** Steps of each of the two stretches that were compared. */
  readonly stretch: number;
  /** Nats by which the mean of F fell from the one stretch to the other. */
  readonly fall: number;
}

/** No run is called converged before this step: the slow beginning of one is flat too. */
const MIN_STEPS = 3000;
/** Entries that each stretch must have. */
const MIN_ENTRIES = 12;
/** A fall of a nat in as long again is what nobody sees. */
const MIN_FALL = 0.5;
/** Of a large F, a fall of so small a part of it. */
const MIN_SHARE = 0.002;

/**
 * Whether F has stopped falling: the mean of the last quarter of the steps against that of the quarter before it. The
 * stretches grow with the run, so that a slow fall is seen too; a fall within three of its standard errors is none. Null
 * while it falls, and until enough is known. since: the step from which F is what it is now.
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
