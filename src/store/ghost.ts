import { sameValue } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { experimentDomains, experimentSplit } from '../experiment/pictures/data.ts';
import type { Predictive } from '../experiment/pictures/snapshot.ts';
import { fallOf } from './convergence.ts';
import type { HistoryEntry } from './history.ts';
import type { PlaygroundState } from './state.ts';

/** The last picture of the run before a change, drawn in grey behind the new run until that one stands. */
export interface Ghost {
  readonly predictive: Predictive;
  /** The horizontal range in which it was drawn; a ghost is dropped when the axes change. */
  readonly xDomain: PlaygroundState['xDomain'];
}

/** The ghost of a run that a change ends: while the last one is still shown, that one, so that a drag keeps its first. */
export function ghostOf(
  { ghost, snapshot, xDomain }: Pick<PlaygroundState, 'ghost' | 'snapshot' | 'xDomain'>,
  after: Experiment,
): Ghost | null {
  const old = ghost ?? (snapshot && snapshot.step > 0 ? { predictive: snapshot.predictive, xDomain } : null);
  if (!old) return null;
  const [nextDomain] = experimentDomains(after, experimentSplit(after).training);
  return sameValue(old.xDomain, nextDomain) ? old : null;
}

/** Steps after which a run stands in any case. */
const MAX_GHOST_STEPS = 6000;
/** Steps before which no run stands. */
const MIN_GHOST_STEPS = 300;
/** A run stands when F, in nats, fell by less than this share of its fall so far over the last quarter of the steps. */
const STANDING_SHARE = 0.02;

/** Whether a run stands: what it still learns would hardly change its picture. */
export function stands(history: readonly HistoryEntry[]): boolean {
  const last = history.at(-1);
  const first = history[0];
  if (!last || !first || last.step < MIN_GHOST_STEPS) return false;
  if (last.step >= MAX_GHOST_STEPS) return true;
  const recent = fallOf({ history, since: 0, klWeight: 1 });
  if (!recent) return false;
  const fallen = first.complexityCost + first.likelihoodCost - last.complexityCost - last.likelihoodCost;
  return recent.fall < Math.max(1, STANDING_SHARE * fallen);
}
