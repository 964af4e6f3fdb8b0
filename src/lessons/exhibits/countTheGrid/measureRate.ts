import { evaluateCells } from './countTheGrid.ts';

/** Duration of the measurement in ms: long enough for a clock with a resolution of 0.1 ms. */
const MIN_MILLISECONDS = 20;

/** Measures how many cells a second this thread evaluates for a model with this many weights. */
export function measureRate(weights: number): number {
  const begin = performance.now();
  let cells = 0;
  let kept = 0;
  let now = begin;
  while (now - begin < MIN_MILLISECONDS) {
    kept += evaluateCells(100, weights);
    cells += 100;
    now = performance.now();
  }
  // Uses the total, so that the compiler cannot remove the loop.
  return kept > 0 ? Number.NaN : (1000 * cells) / (now - begin);
}
