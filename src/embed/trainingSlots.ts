/** Maximum number of embeds of an origin that train concurrently. */
export const MAX_AT_ONCE = 3;

const TRAINING = 'bayes-playground training ';
const QUEUE = 'bayes-playground turns';

/** The right to train until it is released or lost. */
export interface TrainingSlot {
  readonly give: () => void;
}

/**
 * Acquires a training slot. Embeds of one origin share a few slots through Web Locks, which the browser also releases
 * when a frame closes or crashes. If none is free, the embed that has trained longest loses its slot (`onLost`).
 * Without Web Locks (a sandbox, an insecure context) embeds cannot coordinate and a slot is always granted.
 */
export async function acquireTrainingSlot(
  locks: LockManager | undefined,
  onLost: () => void,
): Promise<TrainingSlot> {
  const free: TrainingSlot = { give: () => {} };
  if (!locks) return free;
  try {
    return await locks.request(QUEUE, async () => {
      const { held = [] } = await locks.query();
      const training = held.map(({ name = '' }) => name).filter((name) => name.startsWith(TRAINING));
      const tooMany = Math.max(0, training.length + 1 - MAX_AT_ONCE);
      for (const oldest of training.toSorted(byTime).slice(0, tooMany))
        await locks.request(oldest, { steal: true }, () => {});
      return await hold(locks, onLost);
    });
  } catch {
    return free;
  }
}

function byTime(one: string, other: string): number {
  return beginningOf(one) - beginningOf(other);
}

function beginningOf(name: string): number {
  return Number(name.slice(TRAINING.length).split(' ')[0]);
}

/** Holds a lock whose name contains the time at which it was acquired. */
function hold(locks: LockManager, onLost: () => void): Promise<TrainingSlot> {
  const name = `${TRAINING}${Date.now()} ${crypto.randomUUID()}`;
  return new Promise((taken, refused) => {
    const held = (): Promise<void> => new Promise((over) => taken({ give: over }));
    locks.request(name, held).catch((error: unknown) => {
      onLost();
      refused(error);
    });
  });
}
