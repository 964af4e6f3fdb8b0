import { MOST_AT_ONCE } from './turns.ts';

/** One of the elements of a page. */
interface Trainee {
  readonly yieldTurn: () => void;
}

/** Those that train now, the longest first. Frames in a sandbox do not know each other: their elements do. */
const training: Trainee[] = [];

/** One begins to train; where there are too many, the one that has trained longest pauses. */
export function takeTurnOnPage(trainee: Trainee): void {
  if (training.includes(trainee)) return;
  training.push(trainee);
  while (training.length > MOST_AT_ONCE) training.shift()?.yieldTurn();
}

/** One no longer trains. */
export function leaveTurns(trainee: Trainee): void {
  const place = training.indexOf(trainee);
  if (place >= 0) training.splice(place, 1);
}
