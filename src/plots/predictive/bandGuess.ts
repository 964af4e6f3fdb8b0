import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { interpolate } from '../../math/interpolate.ts';
import { linspace } from '../../math/linspace.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';

/** A band guessed by the user: piecewise linear edges over some inputs, in the data's units. */
export interface BandGuess {
  readonly x: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Whether the bands are hidden ('alone') or shown with the guess ('beside'). */
export type GuessMode = 'alone' | 'beside';

/** Handles along the input axis. */
const HANDLES = 9;

/** Initial guess: constant, in the middle of the plot. */
export function initialGuess([left, right]: Domain, [low, high]: Domain): BandGuess {
  const x = [...linspace(left, right, HANDLES)];
  return {
    x,
    lower: x.map(() => low + 0.4 * (high - low)),
    upper: x.map(() => low + 0.6 * (high - low)),
  };
}

/** Moves one edge at a handle to y; the other edge is pushed along rather than crossed. */
export function moveEdge(guess: BandGuess, index: number, edge: 'lower' | 'upper', y: number): BandGuess {
  const other = edge === 'lower' ? 'upper' : 'lower';
  const limit = edge === 'lower' ? Math.max : Math.min;
  const put = (values: readonly number[], value: number) =>
    values.map((old, i) => (i === index ? value : old));
  return {
    ...guess,
    [edge]: put(guess[edge], y),
    [other]: put(guess[other], limit(guess[other][index] as number, y)),
  };
}

/** One edge of a guess at x = `at`, constant beyond the outermost handles. */
function edgeAt({ x }: BandGuess, edge: readonly number[], at: number): number {
  return interpolate(x, edge, Math.min(Math.max(at, x[0]!), x.at(-1)!));
}

/** Comparison of a guess with the actual band. */
export interface GuessScore {
  /** Area of the intersection divided by the area of the union, 0 to 1. */
  readonly overlap: number;
  /** Longest intervals where the guess is narrower than 2/3, or wider than 3/2, of the actual band. */
  readonly tooNarrow: Domain | null;
  readonly tooWide: Domain | null;
}

/** Both bands are clipped to the plotted range, because a guess cannot exceed it. */
export function scoreGuess(guess: BandGuess, real: CurvePredictive, [low, high]: Domain): GuessScore {
  const clip = (value: number) => Math.min(Math.max(value, low), high);
  let both = 0;
  let either = 0;
  const ratios = Array.from(real.x, (place, i) => {
    const [lower, upper] = [clip(real.lower[i] as number), clip(real.upper[i] as number)];
    const [from, to] = [clip(edgeAt(guess, guess.lower, place)), clip(edgeAt(guess, guess.upper, place))];
    both += Math.max(0, Math.min(upper, to) - Math.max(lower, from));
    either += upper - lower + (to - from) - Math.max(0, Math.min(upper, to) - Math.max(lower, from));
    return (to - from) / Math.max(upper - lower, 1e-12);
  });
  return {
    overlap: either > 0 ? both / either : 0,
    tooNarrow: longestInterval(real.x, ratios, (ratio) => ratio < 2 / 3),
    tooWide: longestInterval(real.x, ratios, (ratio) => ratio > 1.5),
  };
}

/** Longest run of consecutive inputs whose ratio satisfies a condition; null if it has fewer than three. */
function longestInterval(
  x: Float64Array,
  ratios: readonly number[],
  holds: (ratio: number) => boolean,
): Domain | null {
  let best: readonly [number, number] | null = null;
  let start = -1;
  for (let i = 0; i <= ratios.length; i++) {
    if (i < ratios.length && holds(ratios[i] as number)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      if (i - start >= 3 && (!best || i - start > best[1] - best[0])) best = [start, i];
      start = -1;
    }
  }
  return best && [x[best[0]] as number, x[best[1] - 1] as number];
}

/** The score as text. */
export function scoreText({ overlap, tooNarrow, tooWide }: GuessScore): string {
  const share = formatPercent(Math.round(100 * overlap) / 100);
  const ends = ([from, to]: Domain) => ({ from: formatNumber(from), to: formatNumber(to) });
  const parts = [
    ...(tooNarrow ? [t('you expected too little doubt between x = {from} and {to}', ends(tooNarrow))] : []),
    ...(tooWide ? [t('too much between x = {from} and {to}', ends(tooWide))] : []),
  ];
  return t('Your band and the real one share {share} of their area: {verdict}.', {
    share,
    verdict: parts.length > 0 ? parts.join(', ') : t('well guessed'),
  });
}
