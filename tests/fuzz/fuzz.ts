import { inspect } from 'node:util';
import { expect } from 'vitest';
import { sized } from '../testSize.ts';
import { type Chance, createChance } from './chance.ts';
import { pollution } from './prototypePollution.ts';

const SEED = 2015;
/** Maximum number of characters of a failing input in a message. */
const MAX_SHOWN_LENGTH = 2000;

/**
 * Passes seeded inputs to `check`, which throws on a fault, and asserts that the prototypes of all objects did not
 * change. TEST_SIZE is the share of `fullCount` that runs; returns that number. The time limit of the test ends an
 * input that does not terminate.
 */
export function fuzz<T>(
  fullCount: number,
  make: (chance: Chance) => T,
  check: (input: T) => void,
  seed = SEED,
): number {
  const count = sized(fullCount);
  for (let number = 0; number < count; number++) {
    const input = make(createChance(seed, number));
    try {
      check(input);
    } catch (error) {
      const shown = inspect(input, { depth: 6 }).slice(0, MAX_SHOWN_LENGTH);
      throw new Error(`input ${number} of seed ${seed}: ${shown}`, { cause: error });
    }
  }
  expect(pollution()).toEqual([]);
  return count;
}
