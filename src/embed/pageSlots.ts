import { MAX_AT_ONCE } from './trainingSlots.ts';

/** An element of this page that requests a training slot. */
interface SlotHolder {
  readonly giveUpSlot: () => void;
}

/**
 * Elements that are training, in the order in which they started. Sandboxed frames cannot see each other; their
 * elements can.
 */
const training: SlotHolder[] = [];

/** Registers an element that starts training; if there are too many, the one that has trained longest pauses. */
export function acquirePageSlot(trainee: SlotHolder): void {
  if (training.includes(trainee)) return;
  training.push(trainee);
  while (training.length > MAX_AT_ONCE) training.shift()?.giveUpSlot();
}

/** Removes an element that no longer trains. */
export function releaseSlots(trainee: SlotHolder): void {
  const place = training.indexOf(trainee);
  if (place >= 0) training.splice(place, 1);
}
