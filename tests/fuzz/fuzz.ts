import { inspect } from 'node:util';
import { expect } from 'vitest';
import { sized } from '../testSize.ts';
import { type Chance, createChance } from './chance.ts';
import { pollution } from './prototypePollution.ts';

const SEED = 2015;
/** Characters of a failing input that are shown. */
const MAX_SHOWN_LENGTH = 2000;

/**
 * Gives seeded inputs to `judge`, which throws where something is wrong, and asserts that they left the prototypes of all
 * objects as they were. TEST_SIZE says which share of `fullCount` runs; the result is that number. An input that never
 * ends is ended by the time limit of its test.
 */
export function fuzz<T>(
  fullCount: number,
  make: (chance: Chance) => T,
  judge: (input: T) => void,
  seed = SEED,
): number {
  const count = sized(fullCount);
  for (let number = 0; number < count; number++) {
    const input = make(createChance(seed, number));
    try {
      judge(input);
    } catch (error) {
      const shown = inspect(input, { depth: 6 }).slice(0, MAX_SHOWN_LENGTH);
      throw new Error(`input ${number} of seed ${seed}: ${shown}`, { cause: error });
    }
  }
  expect(pollution()).toEqual([]);
  return count;
}
