import { createRandom, type Random } from '../../src/math/random.ts';

/** The streams of seeds that tests use: far from those of the product. */
const FUZZ = 1000;

/** Seeded choices. Same seed and number, same choices: a failing input can be made again from the two. */
export interface Chance {
  readonly random: Random;
  /** Whether something of this probability happens. */
  readonly of: (probability: number) => boolean;
  /** A whole number of the closed interval. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `fewest` to `most` things made by `make`. */
  readonly list: <T>(fewest: number, most: number, make: () => T) => T[];
}

/** The choices for input `number` of a seed. */
export function createChance(seed: number, number: number): Chance {
  const random = createRandom(seed, FUZZ, number);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    random,
    of: (probability) => random() < probability,
    whole,
    pick: (items) => items[Math.floor(random() * items.length)]!,
    list: (fewest, most, make) => Array.from({ length: whole(fewest, most) }, make),
  };
}
