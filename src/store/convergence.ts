import { mean, variance } from '../math/moments.ts';
import type { HistoryEntry } from './history.ts';
import { sigmaDrift } from './sigmaDrift.ts';
import type { Moment } from './timeline.ts';

/** How far F fell between the two windows that were compared. */
export interface Convergence {
  readonly step: number;
  /** Length of each window in steps. */
  readonly stretch: number;
  /** Nats by which the mean of F fell from the first window to the second. */
  readonly fall: number;
  /**
   * Whether the run continued from the parameters of another F. Its F stands still, but a run from the initial state may
   * end lower.
   */
  readonly continued: boolean;
}

/** A run does not count as converged before this step, because F can also be flat at the start. */
const MIN_STEPS = 2000;
/** Minimum number of history entries in each window. */
const MIN_ENTRIES = 8;
/** Smallest relevant fall of F in nats: less than 1 nat over the next window is invisible in the plots. */
const MIN_FALL = 1;
/** Smallest relevant fall relative to the complexity cost, for large networks, whose F fluctuates more. */
const MIN_SHARE = 0.0075;
/** Largest drift of log σ from one window to the next that counts as standing still (root mean square over weights). */
const MAX_DRIFT = 0.15;

/** How F fell from one window of steps to the next, and the standard error of that. */
interface Fall {
  /** Length of each window in steps. */
  readonly stretch: number;
  /** Nats by which the mean of F fell from the last quarter but one of the steps to the last quarter. */
  readonly fall: number;
  readonly error: number;
}

/** The part of a run over which F was one function. */
export interface Stretch {
  readonly history: readonly HistoryEntry[];
  readonly moments: readonly Moment[];
  /** The step at which F was last redefined. */
  readonly since: number;
  /** β: what is minimised is β · complexity + likelihood. */
  readonly klWeight: number;
  readonly continued: boolean;
}

/**
 * Compares the mean of F = β · complexity + likelihood over the last quarter of the steps with the mean over the quarter
 * before it. Only differences of F count, so that its constant n · log(scale), and with it the unit of the data, cancels.
 * Null while there are too few entries in the windows.
 */
export function fallOf({ history, since, klWeight }: Omit<Stretch, 'moments' | 'continued'>): Fall | null {
  const last = history.at(-1);
  if (!last) return null;
  const stretch = (last.step - since) / 4;
  const between = (low: number, high: number) =>
    history
      .filter(({ step }) => step > low && step <= high)
      .map(({ complexityCost, likelihoodCost }) => klWeight * complexityCost + likelihoodCost);
  const earlier = between(last.step - 2 * stretch, last.step - stretch);
  const later = between(last.step - stretch, last.step);
  if (earlier.length < MIN_ENTRIES || later.length < MIN_ENTRIES) return null;
  const error = Math.sqrt(variance(earlier) / earlier.length + variance(later) / later.length);
  return { stretch, fall: mean(earlier) - mean(later), error };
}

/**
 * Detects that F and σ have stopped moving. The windows grow with the run, so that a slow fall is detected too, and a run
 * whose F settled at step S rests by step 2 S; a fall within three standard errors does not count. Null while they move
 * and while there are too few entries.
 */
export function convergenceOf(run: Stretch): Convergence | null {
  const last = run.history.at(-1);
  if (!last || last.step - run.since < MIN_STEPS) return null;
  const found = fallOf(run);
  if (!found) return null;
  const { stretch, fall, error } = found;
  const share = MIN_SHARE * run.klWeight * Math.abs(last.complexityCost);
  if (fall >= Math.max(MIN_FALL, share, Math.min(3 * error, 2 * MIN_FALL))) return null;
  if (sigmaDrift(run.moments, last.step, stretch) >= MAX_DRIFT) return null;
  return { step: last.step, stretch: Math.round(stretch), fall, continued: run.continued };
}
