/** Range of an axis: [low, high], low < high. */
export type Domain = readonly [low: number, high: number];

const mantissas = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 × 10ᵏ that is at least `size`; 1 if size is not finite or not positive. */
export function niceCeiling(size: number): number {
  if (!(size > 0 && size < Number.MAX_VALUE / 10)) return 1;
  const power = Math.floor(Math.log10(size));
  const mantissa = mantissas.find((candidate) => Number(`${candidate}e${power}`) >= size * (1 - 1e-9)) ?? 10;
  return Number(`${mantissa}e${power}`);
}

/**
 * Half width of a symmetric axis that must contain ±wanted: unchanged while that fits, else the next round value. It
 * never shrinks, so the axis does not follow training noise. previous: null at first.
 */
export function growHalfWidth(previous: number | null, wanted: number): number {
  if (previous !== null && !(wanted > previous)) return previous;
  return niceCeiling(wanted);
}

/** The same for a logarithmic axis with both ends at 1, 2 or 5 × 10ᵏ. wanted: positive. */
export function growLogDomain(previous: Domain | null, wanted: Domain): Domain {
  const low = logFloor(wanted[0]);
  const high = logCeiling(wanted[1]);
  if (previous === null) return [low, high];
  return [Math.min(low, previous[0]), Math.max(high, previous[1])];
}

function logFloor(value: number): number {
  return 1 / logCeiling(1 / value);
}

function logCeiling(value: number): number {
  const power = Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((candidate) => Number(`${candidate}e${power}`) >= value * (1 - 1e-9)) ?? 10;
  return Number(`${step}e${power}`);
}

/**
 * Keeps the previous domain while it contains the wanted one and is at least 40 % used; otherwise returns the wanted
 * one, rounded.
 */
export function settleDomain(previous: Domain | null, wanted: Domain): Domain {
  const rounded: Domain = [
    wanted[0] < 0 ? -niceCeiling(-wanted[0]) : 0,
    wanted[1] > 0 ? niceCeiling(wanted[1]) : 0,
  ];
  const settled: Domain = rounded[0] === rounded[1] ? [0, 1] : rounded;
  if (previous === null) return settled;
  const fits = wanted[0] >= previous[0] && wanted[1] <= previous[1];
  const used = (settled[1] - settled[0]) / (previous[1] - previous[0]);
  return fits && used > 0.4 ? previous : settled;
}
