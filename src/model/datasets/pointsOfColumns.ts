import type { Point } from './dataset.ts';

/** Recorded points from their two columns, in the recorded order. xs, ys: [rows]. */
export function pointsOfColumns(xs: readonly number[], ys: readonly number[]): readonly Point[] {
  return xs.map((x, row) => ({ x: [x], y: ys[row]! }));
}
