/** Milliseconds of training between two chances to handle commands. */
export const SLICE = 10;
/** Minimum milliseconds between two snapshots: one frame. */
const FRAME = 16;
/** Minimum milliseconds between two frames of a ramp, see `trainingPace.ts`. */
export const RAMP_FRAME = 45;
/** A snapshot that took t ms is followed by at least 2t ms of training: snapshots take a third of the time at most. */
const TRAINING_PER_SNAPSHOT = 2;
/** Milliseconds of training that the displayed speed is averaged over. */
const SPEED_WINDOW = 1000;

/** When the last snapshot was sent and how long it took to make, in milliseconds. */
export interface SnapshotPacing {
  readonly postedAt: number;
  readonly duration: number;
}

/**
 * Whether the next snapshot may be made now. A paused run loses no training time, so only the frame interval counts.
 */
export function snapshotDue({ postedAt, duration }: SnapshotPacing, now: number, training: boolean): boolean {
  const interval = training ? Math.max(FRAME, TRAINING_PER_SNAPSHOT * duration) : FRAME;
  return now - postedAt >= interval;
}

/** Time of snapshots as a fraction of the time of training between them, at one in RAMP_FRAME. */
export function snapshotShare(duration: number): number {
  return duration / Math.max(RAMP_FRAME, TRAINING_PER_SNAPSHOT * duration);
}

/** Steps that were trained without a break, and the milliseconds they took. */
export interface Slice {
  readonly steps: number;
  readonly milliseconds: number;
}

/** Slices, newest last. */
export type SpeedLog = readonly Slice[];

/** Appends a slice and drops those that lie more than a second of training back. */
export function logSpeed(log: SpeedLog, steps: number, milliseconds: number): SpeedLog {
  let kept = 0;
  let first = log.length;
  while (first > 0 && kept + milliseconds < SPEED_WINDOW) kept += log[--first]!.milliseconds;
  return [...log.slice(first), { steps, milliseconds }];
}

/** Steps per second over the log; 0 before the first slice. */
export function stepsPerSecond(log: SpeedLog): number {
  const steps = log.reduce((sum, slice) => sum + slice.steps, 0);
  const milliseconds = log.reduce((sum, slice) => sum + slice.milliseconds, 0);
  return milliseconds > 0 ? (1000 * steps) / milliseconds : 0;
}
