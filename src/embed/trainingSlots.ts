/** Embeds that train at once, of all that may know of each other. */
export const MAX_AT_ONCE = 3;

const TRAINING = 'bayes-playground training ';
const QUEUE = 'bayes-playground turns';

/** The right to train, for as long as it is not given back or taken away. */
export interface TrainingSlot {
  readonly give: () => void;
}

/**
 * Takes a turn at training. Embeds of one origin share a few turns through the browser's locks, which also end with a frame
 * that is closed or dies: where none is left, the embed that has trained longest loses its own (`onLost`). Where there are no
 * locks, as in a sandbox or on a page without encryption, nobody is known, and a turn is free.
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

/** A lock of our own, whose name says since when it is held. */
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
