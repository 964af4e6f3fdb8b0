/**
 * The share of fuzzed inputs and long trainings that run, in (0, 1]: TEST_SIZE. `npm test` sets 0.05; the deep tier
 * sets 1 and runs again the files that import this module.
 */
const size = Number(import.meta.env.TEST_SIZE);
if (!(size > 0 && size <= 1)) throw new Error(`invalid TEST_SIZE; must be in (0, 1]: ${size}`);

/** Whether everything runs. */
export const isFullSize = size === 1;

/** Number of `full` repetitions to run, at least one. */
export const sized = (full: number): number => Math.max(1, Math.ceil(full * size));
