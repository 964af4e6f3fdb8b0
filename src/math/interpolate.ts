/** Piecewise linear interpolation of the points (x[i], y[i]) at x = `at`; x ascending. NaN outside [x[0], x[n − 1]]. */
export function interpolate(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  const above = Array.prototype.findIndex.call(x, (value: number) => value >= at);
  if (above < 0 || (above === 0 && x[0] !== at)) return Number.NaN;
  if (above === 0) return y[0]!;
  const share = (at - x[above - 1]!) / (x[above]! - x[above - 1]!);
  return y[above - 1]! * (1 - share) + y[above]! * share;
}
