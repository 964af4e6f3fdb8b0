import type { Fault } from '../../src/experiment/document/fields.ts';

/** Characters of a path, and of a message, of a fault: what strangers gave is cut short. */
const MAX_PATH_LENGTH = 62;
const MAX_MESSAGE_LENGTH = 1500;

/** An assertion that costs nothing where it holds: there are a hundred thousand of them. */
export function must(holds: boolean, claim: string): void {
  if (!holds) throw new Error(claim);
}

/** Whether a message tells of a number that is none; names that strangers gave may be what they like. */
export const saysNotFinite = (message: string): boolean => /: -?(NaN|Infinity) /.test(message);

/** Throws unless every fault says where and what, in a few words. */
export function judgeFaults(faults: readonly Fault[]): void {
  for (const { path, message } of faults) {
    const fair =
      path.length <= MAX_PATH_LENGTH && message.length <= MAX_MESSAGE_LENGTH && /: ./su.test(message);
    must(fair && !saysNotFinite(message), `a fault that says little, or too much: ${message}`);
  }
}
