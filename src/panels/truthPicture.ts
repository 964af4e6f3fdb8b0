import type { Predictive } from '../experiment/snapshot.ts';
import type { Truth } from '../store/truth.ts';

/** Draws of each chain below which a band would be an accident. */
const FEWEST = 20;

/** What is drawn of the truth: null while it is off or has failed; its predictive is null until chains have drawn enough. */
export function truthPicture(
  truth: Truth,
): { readonly predictive: Predictive | null; readonly interval: number } | null {
  if (truth.kind === 'off' || truth.kind === 'failed') return null;
  const { interval } = truth.of.prediction;
  const enough = (truth.snapshot?.chains?.draws ?? 0) >= FEWEST;
  return { predictive: enough ? (truth.snapshot?.predictive ?? null) : null, interval };
}
