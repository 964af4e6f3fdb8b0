import { createRandom, permutation, streams } from '../../math/random.ts';
import type { Point } from '../../model/datasets/index.ts';

/** Training rows and held-out rows. */
export interface Split {
  readonly training: readonly Point[];
  readonly heldOut: readonly Point[];
}

/** Holds out `fraction` of the points, drawn with the seed; at least one point is trained on. Both parts keep the order. */
export function splitPoints(points: readonly Point[], fraction: number, seed: number): Split {
  const count = Math.min(Math.round(fraction * points.length), Math.max(0, points.length - 1));
  if (count === 0) return { training: points, heldOut: [] };
  const order = permutation(createRandom(seed, streams.split), points.length);
  const out = new Set(order.subarray(0, count));
  return {
    training: points.filter((_, row) => !out.has(row)),
    heldOut: points.filter((_, row) => out.has(row)),
  };
}
