/** Milliseconds between two questions to the worker. */
export const PING_INTERVAL = 250;
/** Milliseconds that a new worker may take to load. */
const LOADING = 10_000;

/**
 * What the page knows of its worker's health. Times are watched milliseconds: a page that was frozen itself has not
 * watched, and blames nobody for it.
 */
export interface Vitals {
  readonly tickedAt: number;
  /** Since the last message of any kind. */
  readonly silentFor: number;
  /** Since the last piece of work, while there was work. */
  readonly stalledFor: number;
  readonly units: number;
  readonly busy: boolean;
  /** Milliseconds on top of what is usually allowed: loading, or a graphics card compiling. */
  readonly grace: number;
  /** Nothing was heard of it yet. */
  readonly loading: boolean;
}

export function newVitals(now: number): Vitals {
  return { tickedAt: now, silentFor: 0, stalledFor: 0, units: 0, busy: false, grace: LOADING, loading: true };
}

/** Some time passed. training: whether the page waits for steps, whatever the worker says. */
export function watched(vitals: Vitals, now: number, training: boolean): Vitals {
  const time = Math.min(now - vitals.tickedAt, 2 * PING_INTERVAL);
  const owesWork = vitals.busy || training;
  return {
    ...vitals,
    tickedAt: now,
    silentFor: vitals.silentFor + time,
    stalledFor: owesWork ? vitals.stalledFor + time : 0,
  };
}

/** A message came: it lives. */
export function heard(vitals: Vitals): Vitals {
  return { ...vitals, silentFor: 0, grace: vitals.loading ? 0 : vitals.grace, loading: false };
}

/** It asked for patience, or needs it no more; what was waited under the last patience is forgiven. */
export function granted(vitals: Vitals, grace: number): Vitals {
  return { ...vitals, grace, stalledFor: 0 };
}

/** It said how much it has done. */
export function progressed(vitals: Vitals, units: number, busy: boolean): Vitals {
  return { ...vitals, units, busy, stalledFor: units === vitals.units && busy ? vitals.stalledFor : 0 };
}

/** Silent: it does not answer. Stalled: it answers, and does nothing, as with a lost graphics card. allowance: ms. */
export function diagnosis(vitals: Vitals, allowance: number): 'well' | 'silent' | 'stalled' {
  const limit = allowance + vitals.grace;
  if (vitals.silentFor > limit) return 'silent';
  return vitals.stalledFor > limit ? 'stalled' : 'well';
}
