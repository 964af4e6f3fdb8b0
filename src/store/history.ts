import type { Snapshot } from '../experiment/pictures/snapshot.ts';

/** The costs of the whole data set at one step, in nats. */
export interface HistoryEntry {
  readonly step: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** Maximum number of entries, for a run of any length. */
export const MAX_HISTORY_ENTRIES = 600;

/**
 * Adds a snapshot to the history. A second snapshot of a step replaces the first. Entries beyond the snapshot's step are
 * dropped: they were computed by a worker that was lost.
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

/** Above the limit, keeps half as many entries, evenly spaced in steps, including the first and the last. */
function thinned(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (entries.length <= MAX_HISTORY_ENTRIES) return entries;
  const first = entries[0]!.step;
  const spacing = (2 * (entries.at(-1)!.step - first)) / MAX_HISTORY_ENTRIES;
  let due = first;
  return entries.filter(({ step }, index) => {
    if (step < due && index < entries.length - 1) return false;
    due = first + spacing * (Math.floor((step - first) / spacing) + 1);
    return true;
  });
}
