import { RAMP_FRAME } from './snapshotPacing.ts';

/** How fast training goes; the command `train` says which. All but `flat-out` hold the run back at its beginning. */
export type TrainingPace = 'slow' | 'normal' | 'quick' | 'flat-out';

/** The step at which the ramp ends. `normal` and `quick` train flat out from here, `slow` keeps the rate reached. */
export const RAMP_STEPS = 1000;
/** Growth of the steps per unit of the ramp: ln 1.06, that is 6 %. */
const GROWTH = Math.log(1.06);
/** A frame may advance the ramp by this factor more than a timely one, so that late frames and slow machines never leap. */
const MAX_LAG = 1.4;
/** Tolerance of a step computed from its own position, in steps. */
const ROUNDING = 1e-6;

interface Ramp {
  /** Milliseconds from step 0 to RAMP_STEPS. */
  readonly duration: number;
  /** Minimum milliseconds between two frames. */
  readonly frame: number;
  readonly endsFlatOut: boolean;
}

const ramps: Readonly<Record<Exclude<TrainingPace, 'flat-out'>, Ramp>> = {
  slow: { duration: 16_000, frame: RAMP_FRAME, endsFlatOut: false },
  normal: { duration: 4000, frame: RAMP_FRAME, endsFlatOut: true },
  quick: { duration: 1000, frame: 30, endsFlatOut: true },
};

/** Where the ramp was at the last frame, that is, at the last snapshot made for it. */
export interface RampFrame {
  /** In units of the ramp, see `rampStep`. Carries the fraction of a step that a frame could not take. */
  readonly position: number;
  readonly step: number;
  /** Milliseconds. */
  readonly at: number;
}

/** A frame at a step at which the ramp begins, or continues after a pause. */
export function rampFrameAt(step: number): RampFrame {
  return { position: rampPosition(step), step, at: Number.NEGATIVE_INFINITY };
}

/**
 * The step at a position of the ramp. One step a unit at first, then 6 % more steps with each unit, and beyond
 * RAMP_STEPS a constant number of steps a unit: s(u) = u, then e^{g u − 1}/g, then linear; s and s′ are continuous.
 */
export function rampStep(position: number): number {
  if (position <= 1 / GROWTH) return position;
  const beyond = Math.max(0, position - RAMP_UNITS);
  return Math.exp(GROWTH * (position - beyond) - 1) / GROWTH + GROWTH * RAMP_STEPS * beyond;
}

/** The inverse of `rampStep`. */
export function rampPosition(step: number): number {
  const within = Math.min(step, RAMP_STEPS);
  const position = within <= 1 / GROWTH ? within : (1 + Math.log(GROWTH * within)) / GROWTH;
  return position + (step - within) / (GROWTH * RAMP_STEPS);
}

/** Position of RAMP_STEPS: about 87. */
const RAMP_UNITS = rampPosition(RAMP_STEPS);

/** The ramp that holds a run back at this frame; null: it trains flat out. */
function rampAt(pace: TrainingPace, { step }: RampFrame): Ramp | null {
  if (pace === 'flat-out') return null;
  const ramp = ramps[pace];
  return ramp.endsFlatOut && step >= RAMP_STEPS ? null : ramp;
}

/** Whether the pace holds a run back that was here at its last frame. */
export function isHeldBack(pace: TrainingPace, frame: RampFrame): boolean {
  return rampAt(pace, frame) !== null;
}

/** Minimum length of a unit on a machine that is slow, as a fraction of its length on a fast one. */
const MIN_SCALE = 1 / MAX_LAG;
const SCALES = 10;

/** Milliseconds from step 0 to RAMP_STEPS with units of this length, where a step takes `stepTime` milliseconds. */
function rampTime(unit: number, stepTime: number): number {
  // From this step on the ramp asks for more steps than the machine can take.
  const limited = Math.min(RAMP_STEPS, unit / (GROWTH * stepTime));
  return unit * rampPosition(limited) + (RAMP_STEPS - limited) * stepTime;
}

/**
 * Milliseconds of a unit of the ramp. On a machine that cannot follow the end of the ramp the units are shorter, so that
 * step RAMP_STEPS still comes after `duration`, or as early as it can.
 */
function unitOf({ duration }: Ramp, stepTime: number): number {
  const longest = duration / RAMP_UNITS;
  for (let i = 0; i < SCALES; i++) {
    const unit = longest * (1 - ((1 - MIN_SCALE) * i) / SCALES);
    if (rampTime(unit, stepTime) <= duration) return unit;
  }
  return MIN_SCALE * longest;
}

/**
 * The position that training may reach by now, at least that at the end of the frame: the time that frames take beyond
 * their minimum is made up for, within MAX_LAG.
 */
function positionBy(ramp: Ramp, frame: RampFrame, clock: Clock): number {
  const shortest = shortestFrame(ramp, clock);
  const elapsed = Math.max(shortest, clock.now - frame.at);
  const most = MAX_LAG * Math.max(1, (shortest * RAMP_UNITS) / ramp.duration);
  return frame.position + Math.min(elapsed / unitOf(ramp, clock.stepTime), most);
}

/**
 * Times in milliseconds. stepTime: of a step on this machine, with its share of the snapshots; snapshotTime: of a
 * snapshot; 0: not known yet. Both are of the machine without other work, so that such work makes no frame leap.
 */
export interface Clock {
  readonly now: number;
  readonly stepTime: number;
  readonly snapshotTime: number;
}

/** Minimum milliseconds of a frame: snapshots take half of the time at most. */
function shortestFrame({ frame }: Ramp, { snapshotTime }: Clock): number {
  return Math.max(frame, 2 * snapshotTime);
}

/** The step beyond which a run must not train yet; infinite where nothing holds it back. */
export function stepLimit(pace: TrainingPace, frame: RampFrame, clock: Clock): number {
  const ramp = rampAt(pace, frame);
  return ramp ? Math.floor(rampStep(positionBy(ramp, frame, clock)) + ROUNDING) : Number.POSITIVE_INFINITY;
}

/**
 * Whether the frame is over for a run at this step: it has advanced, and the minimum time has passed. A run that cannot
 * reach the limit in that time does not wait for it.
 */
export function isFrameOver(pace: TrainingPace, frame: RampFrame, step: number, clock: Clock): boolean {
  const ramp = rampAt(pace, frame);
  return ramp !== null && step > frame.step && clock.now - frame.at >= shortestFrame(ramp, clock);
}

/** The next frame, of a run that is at this step now. A run that lags behind the ramp continues it from its step. */
export function nextRampFrame(pace: TrainingPace, frame: RampFrame, step: number, clock: Clock): RampFrame {
  const ramp = rampAt(pace, frame);
  const onTime = ramp ? positionBy(ramp, frame, clock) : 0;
  const position = Math.min(Math.max(onTime, rampPosition(step)), rampPosition(step + 1));
  return { position, step, at: clock.now };
}
