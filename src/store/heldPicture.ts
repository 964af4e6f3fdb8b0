import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { PlaygroundState } from './state.ts';

/** The step of the one picture that a run shows between its prior and its rest, where less motion is wanted. */
const EARLY_PICTURE = 100;

/**
 * The picture after a report. A viewed moment of the past stays. Where less motion is wanted, a run that trains shows its
 * prior, the first snapshot from EARLY_PICTURE on, and the one at which it comes to rest; all others are only kept in the
 * timeline.
 */
export function pictureAfter(
  { viewed, snapshot: shown, run, reducedMotion, pictureDue }: PlaygroundState,
  latest: Snapshot | null,
): Pick<PlaygroundState, 'snapshot' | 'pictureDue'> {
  const held = { snapshot: shown, pictureDue };
  if (viewed !== null || latest === null) return held;
  // The snapshot of the step of a pause arrives after its report.
  const isAtRest = run.kind !== 'training' && !(run.kind === 'paused' && latest.step < run.step);
  const isEarly = shown !== null && shown.step < EARLY_PICTURE && latest.step >= EARLY_PICTURE;
  if (reducedMotion && !isAtRest && !pictureDue && !isEarly) return held;
  return { snapshot: latest, pictureDue: false };
}
