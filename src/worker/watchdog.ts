/** Milliseconds between two pings. */
export const PING_INTERVAL = 250;
/** Milliseconds that a new worker may take to load. */
const LOADING = 10_000;

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
  /** Milliseconds allowed on top of the usual timeout: while the worker loads, or a graphics card compiles. */
  readonly grace: number;
  /** No message has been received from it yet. */
  readonly loading: boolean;
}

export function newVitals(now: number): Vitals {
  return { tickedAt: now, silentFor: 0, stalledFor: 0, units: 0, busy: false, grace: LOADING, loading: true };
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
  return { ...vitals, silentFor: 0, grace: vitals.loading ? 0 : vitals.grace, loading: false };
}

/** The worker announced how long it may be silent. Time that passed under the last announcement does not count. */
export function withGrace(vitals: Vitals, grace: number): Vitals {
  return { ...vitals, grace, stalledFor: 0 };
}

/** The worker reported how much work it has done. */
export function afterProgress(vitals: Vitals, units: number, busy: boolean): Vitals {
  return { ...vitals, units, busy, stalledFor: units === vitals.units && busy ? vitals.stalledFor : 0 };
}

/**
 * Silent: it does not reply. Stalled: it replies but makes no progress, as with a lost graphics card. timeout:
 * milliseconds.
 */
export function diagnosis(vitals: Vitals, timeout: number): 'well' | 'silent' | 'stalled' {
  const limit = timeout + vitals.grace;
  if (vitals.silentFor > limit) return 'silent';
  return vitals.stalledFor > limit ? 'stalled' : 'well';
}
