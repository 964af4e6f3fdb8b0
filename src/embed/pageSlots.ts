import { MAX_AT_ONCE } from './trainingSlots.ts';

/** One of the elements of a page. */
interface SlotHolder {
  readonly giveUpSlot: () => void;
}

/** Those that train now, the longest first. Frames in a sandbox do not know each other: their elements do. */
const training: SlotHolder[] = [];

/** One begins to train; where there are too many, the one that has trained longest pauses. */
export function acquirePageSlot(trainee: SlotHolder): void {
  if (training.includes(trainee)) return;
  training.push(trainee);
  while (training.length > MAX_AT_ONCE) training.shift()?.giveUpSlot();
}

/** One no longer trains. */
export function releaseSlots(trainee: SlotHolder): void {
  const place = training.indexOf(trainee);
  if (place >= 0) training.splice(place, 1);
}
