/**
 * The share of fuzzed inputs and long trainings that run, in (0, 1]: TEST_SIZE. `npm test` leaves it at 0.05, the deep
 * tier sets 1 and runs the files that import this module again.
 */
const size = Number(import.meta.env.TEST_SIZE);
if (!(size > 0 && size <= 1)) throw new Error(`invalid TEST_SIZE; must be in (0, 1]: ${size}`);

/** Whether everything runs. */
export const isFullSize = size === 1;

/** How many of `full` repetitions run, at least one. */
export const sized = (full: number): number => Math.max(1, Math.ceil(full * size));
