/** Milliseconds between two pings. */
export const PING_INTERVAL = 250;
/** Milliseconds that a new worker may take to load, and an engine for its first pieces of work, which compile its code. */
const WARMING_UP = 10_000;
/** Number of these pieces of work. */
const FIRST_UNITS = 20;

/**
 * The health of a worker as seen by the page. Times are milliseconds during which the page itself was running: after a
 * page was frozen it never reports a timeout.
 */
export interface Vitals {
  readonly tickedAt: number;
  /** Since the last message of any kind. */
  readonly silentFor: number;
  /** Since the last piece of work, while there was work. */
  readonly stalledFor: number;
  readonly units: number;
  readonly busy: boolean;
  /** Milliseconds that the worker announced on top of the usual timeout: while a graphics card compiles. */
  readonly grace: number;
  /** `units` at which its engine has done its first pieces of work; null: it has. */
  readonly warmAt: number | null;
}

export function newVitals(now: number): Vitals {
  return {
    tickedAt: now,
    silentFor: 0,
    stalledFor: 0,
    units: 0,
    busy: false,
    grace: 0,
    warmAt: FIRST_UNITS,
  };
}

/** The worker changed to another engine. */
export function afterEngineChange(vitals: Vitals): Vitals {
  return { ...vitals, warmAt: vitals.units + FIRST_UNITS };
}

/**
 * Advances the time. training: whether the page waits for steps, even if the worker has not reported that it is busy.
 */
export function afterTime(vitals: Vitals, now: number, training: boolean): Vitals {
  const time = Math.min(now - vitals.tickedAt, 2 * PING_INTERVAL);
  const owesWork = vitals.busy || training;
  return {
    ...vitals,
    tickedAt: now,
    silentFor: vitals.silentFor + time,
    stalledFor: owesWork ? vitals.stalledFor + time : 0,
  };
}

/** A message of any kind was received. */
export function afterMessage(vitals: Vitals): Vitals {
  return { ...vitals, silentFor: 0 };
}

/** The worker announced how long it may be silent. Time that passed under the last announcement does not count. */
export function withGrace(vitals: Vitals, grace: number): Vitals {
  return { ...vitals, grace, stalledFor: 0 };
}

/** The worker reported how much work it has done. */
export function afterProgress(vitals: Vitals, units: number, busy: boolean): Vitals {
  return {
    ...vitals,
    units,
    busy,
    stalledFor: units === vitals.units && busy ? vitals.stalledFor : 0,
    warmAt: vitals.warmAt !== null && units < vitals.warmAt ? vitals.warmAt : null,
  };
}

/**
 * Silent: it does not reply. Stalled: it replies but makes no progress, as with a lost graphics card. timeout:
 * milliseconds.
 */
export function diagnosis(vitals: Vitals, timeout: number): 'well' | 'silent' | 'stalled' {
  const limit = timeout + Math.max(vitals.grace, vitals.warmAt === null ? 0 : WARMING_UP);
  if (vitals.silentFor > limit) return 'silent';
  return vitals.stalledFor > limit ? 'stalled' : 'well';
}
