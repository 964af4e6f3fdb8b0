/** Milliseconds of training between two chances for messages. */
export const SLICE = 10;
/** Least milliseconds between two snapshots: one frame. */
const FRAME = 16;
/** A snapshot that took t ms is followed by at least this times t of training: a third of the time at most. */
const TRAINING_PER_SNAPSHOT = 2;
/** Milliseconds of training behind the displayed speed. */
const SPEED_WINDOW = 1000;

/** When the last snapshot went out and what it cost, in milliseconds. */
export interface SnapshotPacing {
  readonly postedAt: number;
  readonly duration: number;
}

/** Whether the next snapshot may be made now. At rest nothing is slowed by it, so only the frame counts. */
export function snapshotDue(pace: SnapshotPacing, now: number, training: boolean): boolean {
  const pause = training ? Math.max(FRAME, TRAINING_PER_SNAPSHOT * pace.duration) : FRAME;
  return now - pace.postedAt >= pause;
}

/** Steps and the milliseconds they took, newest last. */
export type SpeedLog = readonly { readonly steps: number; readonly milliseconds: number }[];

/** Adds a slice and forgets what lies more than a second of training back. */
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
