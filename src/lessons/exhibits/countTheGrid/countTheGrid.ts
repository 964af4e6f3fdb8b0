/** Seconds in a year of 365.25 days. */
const YEAR = 31_557_600;

/** A count for comparison: its log₁₀. */
export interface Landmark {
  /** In English; translated where it is shown. */
  readonly label: string;
  readonly exponent: number;
}

/**
 * Orders of magnitude, to about a factor of two: a person of 70 kg has some 7 × 10²⁷ atoms; the Earth some 1.3 × 10⁵⁰;
 * the observable universe about 10⁸⁰, nearly all of them hydrogen.
 */
export const landmarks: readonly Landmark[] = [
  { label: 'atoms of a person', exponent: 27.8 },
  { label: 'atoms of the Earth', exponent: 50.1 },
  { label: 'atoms of the universe', exponent: 80 },
];

/** The age of the universe, 13.8 billion years, in seconds. */
export const AGE_OF_UNIVERSE = 13.8e9 * YEAR;

/** log₁₀ of the number of cells of a grid with this many points along each of this many weights. */
export function gridExponent(pointsPerWeight: number, weights: number): number {
  return weights * Math.log10(pointsPerWeight);
}

/** A duration in a readable unit: the number, and the unit in English. */
export interface Duration {
  readonly value: number;
  /** log₁₀ of the value where it is too large to write out; else null. */
  readonly exponent: number | null;
  readonly unit: 'ms' | 's' | 'min' | 'h' | 'days' | 'years' | 'ages of the universe';
}

const units = [
  ['ms', 1e-3],
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['days', 86_400],
  ['years', YEAR],
  ['ages of the universe', AGE_OF_UNIVERSE],
] as const;

/** The duration of 10^exponent evaluations at this rate per second. */
export function gridDuration(exponent: number, perSecond: number): Duration {
  const logSeconds = exponent - Math.log10(perSecond);
  const [unit, seconds] = units.findLast(([, length]) => logSeconds >= Math.log10(length)) ?? units[0];
  const log = logSeconds - Math.log10(seconds);
  return { value: 10 ** log, exponent: log > 6 ? log : null, unit };
}

/**
 * Evaluates log posteriors of y = w · x with `weights` weights and ten points, each at other weights: the work that a
 * grid repeats for every cell. Returns their total, so that the compiler cannot remove the work.
 */
export function evaluateCells(cells: number, weights: number): number {
  let total = 0;
  for (let cell = 0; cell < cells; cell++) {
    let logPosterior = 0;
    for (let point = 0; point < 10; point++) {
      let output = 0;
      for (let i = 0; i < weights; i++) output += (((cell + i) % 7) - 3) * ((point * (i + 1)) % 5);
      logPosterior -= 0.5 * (output - point) ** 2;
    }
    total += logPosterior;
  }
  return total;
}
