import type { Snapshot } from '../experiment/pictures/snapshot.ts';

/** One moment of a run: the costs for the whole data set, in nats. */
export interface HistoryEntry {
  readonly step: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** Most entries kept, however long a run is. */
export const HISTORY_LIMIT = 600;

/**
 * The history with one more snapshot. A second snapshot of a step replaces the first: showing something else is no
 * progress. Entries beyond the snapshot's step are of a past that was lost with its worker, and go.
 */
export function addToHistory(
  history: readonly HistoryEntry[],
  { step, freeEnergy }: Snapshot,
): readonly HistoryEntry[] {
  const { complexityCost, likelihoodCost } = freeEnergy;
  const entry = { step, complexityCost, likelihoodCost };
  const last = history.at(-1);
  const kept = !last || last.step < step ? history : history.filter((earlier) => earlier.step < step);
  return thinned([...kept, entry]);
}

/** At most the limit: when it is full, half of it at even distances in steps, the first and the last included. */
function thinned(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (entries.length <= HISTORY_LIMIT) return entries;
  const first = entries[0]!.step;
  const spacing = (2 * (entries.at(-1)!.step - first)) / HISTORY_LIMIT;
  let due = first;
  return entries.filter(({ step }, index) => {
    if (step < due && index < entries.length - 1) return false;
    due = first + spacing * (Math.floor((step - first) / spacing) + 1);
    return true;
  });
}
