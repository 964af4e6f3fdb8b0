import { evaluateCells } from './countTheGrid.ts';

/** Milliseconds that are measured: long enough for a clock that ticks every tenth of one. */
const LONG_ENOUGH = 20;

/** Cells a second that this thread evaluates of a model with so many weights, measured now. */
export function measureRate(weights: number): number {
  const begin = performance.now();
  let cells = 0;
  let kept = 0;
  let now = begin;
  while (now - begin < LONG_ENOUGH) {
    kept += evaluateCells(100, weights);
    cells += 100;
    now = performance.now();
  }
  // The total is used, or a clever compiler would have nothing to measure.
  return kept > 0 ? Number.NaN : (1000 * cells) / (now - begin);
}
