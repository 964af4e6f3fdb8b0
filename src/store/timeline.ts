import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { Checkpoint } from '../worker/protocol.ts';

/** A snapshot that can be viewed again, and from which the run can continue if it has a checkpoint of the same step. */
export interface Moment {
  readonly snapshot: Snapshot;
  readonly checkpoint: Checkpoint | null;
  /** Size of its arrays in memory. */
  readonly bytes: number;
}

/** Maximum memory of all moments, in bytes. */
const MAX_TIMELINE_BYTES = 48e6;
/** Maximum number of moments. */
export const MAX_MOMENTS = 400;

/** Bytes of all arrays nested in a part of a moment; a shared buffer counts once. */
function bytesOf(part: unknown, seen: Set<ArrayBufferLike>): number {
  if (part instanceof Float64Array || part instanceof Int32Array) {
    if (seen.has(part.buffer)) return 0;
    seen.add(part.buffer);
    return part.byteLength;
  }
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce((sum: number, value) => sum + bytesOf(value, seen), 0);
}

export function momentOf(snapshot: Snapshot, checkpoint: Checkpoint | null): Moment {
  const fitting = checkpoint?.state.step === snapshot.step ? checkpoint : null;
  return { snapshot, checkpoint: fitting, bytes: bytesOf([snapshot, fitting], new Set()) };
}

/**
 * Adds a moment. A second snapshot of a step replaces the first, and moments beyond its step are dropped. Above either
 * limit moments are dropped so that the others are about evenly spaced on the logarithmic scale of steps; never the first
 * or the last.
 */
export function addMoment(
  moments: readonly Moment[],
  moment: Moment,
  bytes = MAX_TIMELINE_BYTES,
): readonly Moment[] {
  const { step } = moment.snapshot;
  const last = moments.at(-1);
  const before = last && last.snapshot.step >= step ? upTo(moments, step - 1) : moments;
  let kept: readonly Moment[] = [...before, moment];
  while (kept.length > 2 && (kept.length > MAX_MOMENTS || memoryOf(kept) > bytes))
    kept = kept.toSpliced(mostCrowded(kept), 1);
  return kept;
}

/** The index of the moment whose neighbours are closest to each other on the logarithmic scale. */
function mostCrowded(moments: readonly Moment[]): number {
  let found = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < moments.length - 1; i++) {
    const gap = logStep(moments[i + 1]!.snapshot.step) - logStep(moments[i - 1]!.snapshot.step);
    if (gap < least) [found, least] = [i, gap];
  }
  return found;
}

/** Place of a step on the logarithmic scale of the timeline, on which step 0 is at 0. */
export function logStep(step: number): number {
  return Math.log1p(step);
}

function memoryOf(moments: readonly Moment[]): number {
  return moments.reduce((sum, moment) => sum + moment.bytes, 0);
}

/** The snapshot that the worker sent last, whether or not it is shown; null before the first. */
export function latestSnapshot({ moments }: { readonly moments: readonly Moment[] }): Snapshot | null {
  return moments.at(-1)?.snapshot ?? null;
}

/** The moments up to a step. */
export function upTo(moments: readonly Moment[], step: number): readonly Moment[] {
  return moments.filter(({ snapshot }) => snapshot.step <= step);
}

/** The last moment up to a step that has a checkpoint; null: none. */
export function branchPoint(
  moments: readonly Moment[],
  step: number,
): (Moment & { readonly checkpoint: Checkpoint }) | null {
  const possible = upTo(moments, step).findLast(({ checkpoint }) => checkpoint !== null);
  return possible?.checkpoint ? { ...possible, checkpoint: possible.checkpoint } : null;
}

/** The moment `by` places from the one at `step` (null: the last), limited to the ends; null if there are no moments. */
export function momentBeside(moments: readonly Moment[], step: number | null, by: number): Moment | null {
  if (moments.length === 0) return null;
  const at =
    step === null ? moments.length - 1 : moments.findLastIndex(({ snapshot }) => snapshot.step <= step);
  return moments[Math.min(Math.max(at + by, 0), moments.length - 1)] ?? null;
}
