import golden from './golden.json' with { type: 'json' };

/** Independently computed values; golden.json names the libraries and the accuracy. */
export { golden };

/** |a − b| relative to the larger of |b| and a floor for values that are zero. */
export function relativeError(a: number, b: number, floor = 1e-12): number {
  return Math.abs(a - b) / Math.max(Math.abs(b), floor);
}
