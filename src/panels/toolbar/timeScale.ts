import { logStep } from '../../store/timeline.ts';

/** Milliseconds in which a whole run is played back. */
export const PLAYBACK_DURATION = 3500;
/** Minimum milliseconds that a moment is shown. */
const MIN_FRAME = 25;

/** Position of a step on the logarithmic scale that ends at `last`, from 0 to 1. */
export function positionOf(step: number, last: number): number {
  return last > 0 ? logStep(step) / logStep(last) : 0;
}

/** The step nearest to a position from 0 to 1; null without steps. steps: ascending. */
export function stepAt(position: number, steps: readonly number[]): number | null {
  const last = steps.at(-1) ?? 0;
  const distances = steps.map((step) => Math.abs(positionOf(step, last) - position));
  return steps[distances.indexOf(Math.min(...distances))] ?? null;
}

/** Powers of ten below the last step: the marks of the scale. */
export function scaleMarks(last: number): readonly number[] {
  const marks: number[] = [];
  for (let mark = 1; mark < last; mark *= 10) marks.push(mark);
  return marks;
}

/**
 * The moment that follows `viewed` in playing back, and how long to wait for it. Time is proportional to the logarithm
 * of the step, so that the early moments are seen one by one; of later ones those are left out that would be shown for
 * less than MIN_FRAME. null: `viewed` is the last.
 */
export function nextPlaybackFrame(
  steps: readonly number[],
  viewed: number,
): { readonly step: number; readonly milliseconds: number } | null {
  const last = steps.at(-1);
  if (last === undefined || viewed >= last) return null;
  const millisecondsTo = (step: number) =>
    PLAYBACK_DURATION * (positionOf(step, last) - positionOf(viewed, last));
  const step = steps.find((later) => later > viewed && millisecondsTo(later) >= MIN_FRAME) ?? last;
  return { step, milliseconds: millisecondsTo(step) };
}
