import { performance } from 'node:perf_hooks';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import { type Chance, createChance } from './chance.ts';
import { pollution } from './polluted.ts';

const SEED = 2015;
/** Milliseconds that one input may take, on a machine that is busy with other things. */
const PATIENCE = 5000;
/** Characters of a failing input that are shown. */
const SHOWN = 2000;

/**
 * Gives `count` seeded inputs to `judge`, which throws where something is wrong. Nothing may be left in what all objects
 * share, and no input may hold things up.
 */
export function fuzz<T>(
  count: number,
  make: (chance: Chance) => T,
  judge: (input: T) => void,
  seed = SEED,
): void {
  for (let number = 0; number < count; number++) {
    const input = make(createChance(seed, number));
    const begun = performance.now();
    try {
      judge(input);
      expect(performance.now() - begun).toBeLessThan(PATIENCE);
    } catch (error) {
      throw new Error(`input ${number} of seed ${seed}: ${inspect(input, { depth: 6 }).slice(0, SHOWN)}`, {
        cause: error,
      });
    }
  }
  expect(pollution()).toEqual([]);
}
