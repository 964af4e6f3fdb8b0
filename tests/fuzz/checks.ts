import type { Fault } from '../../src/experiment/document/fields.ts';

/** Characters of a fault's path and message: untrusted text in them is truncated. */
const MAX_PATH_LENGTH = 62;
const MAX_MESSAGE_LENGTH = 1500;

/** An assertion without the cost of `expect`, for loops of many thousand inputs. */
export function check(holds: boolean, claim: string): void {
  if (!holds) throw new Error(claim);
}

/** Whether a message shows NaN or Infinity as a value; untrusted names may contain such words. */
export const showsNonFinite = (message: string): boolean => /: -?(NaN|Infinity) /.test(message);

/** Throws unless every fault says where and what, in a few words. */
export function checkFaults(faults: readonly Fault[]): void {
  for (const { path, message } of faults) {
    const isComplete =
      path.length <= MAX_PATH_LENGTH && message.length <= MAX_MESSAGE_LENGTH && /: ./su.test(message);
    check(isComplete && !showsNonFinite(message), `a fault without place or reason, or too long: ${message}`);
  }
}
