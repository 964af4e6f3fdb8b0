import { createRandom, type Random } from '../../src/math/random.ts';

/** Random stream of the fuzz tests; the streams of the product are below 1000. */
const FUZZ = 1000;

/** Random choices that depend on a seed and an input's number only, so that the two reproduce a failing input. */
export interface Chance {
  readonly random: Random;
  /** True with this probability. */
  readonly of: (probability: number) => boolean;
  /** A uniform integer of the closed interval [low, high]. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** A list of `min` to `max` results of `make`. */
  readonly list: <T>(min: number, max: number, make: () => T) => T[];
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
    list: (min, max, make) => Array.from({ length: whole(min, max) }, make),
  };
}
