import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { interpolate } from '../../math/interpolate.ts';
import { linspace } from '../../math/linspace.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';

/** A band that somebody expects: its edges at some inputs, straight lines between them. Data's units. */
export interface BandGuess {
  readonly x: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A guess stands alone, the bands hidden, or beside them. */
export type GuessShown = 'alone' | 'beside';

/** Handles along the input. */
const HANDLES = 9;

/** A band to begin with: as wide everywhere, about the middle of the plot. */
export function firstGuess([left, right]: Domain, [low, high]: Domain): BandGuess {
  const x = [...linspace(left, right, HANDLES)];
  return {
    x,
    lower: x.map(() => low + 0.4 * (high - low)),
    upper: x.map(() => low + 0.6 * (high - low)),
  };
}

/** The guess with one edge moved to y; the other edge gives way rather than be crossed. */
export function movedEdge(guess: BandGuess, index: number, edge: 'lower' | 'upper', y: number): BandGuess {
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

/** How a guess meets the band that came. */
export interface GuessScore {
  /** Area that both bands cover, against the area that either does: 0 to 1. */
  readonly overlap: number;
  /** The longest stretches where the guess was less than two thirds, or more than one and a half times, as wide. */
  readonly tooNarrow: Domain | null;
  readonly tooWide: Domain | null;
}

/** Both bands clipped to what the plot shows: nobody can guess beyond its edge. */
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
    tooNarrow: longest(real.x, ratios, (ratio) => ratio < 2 / 3),
    tooWide: longest(real.x, ratios, (ratio) => ratio > 1.5),
  };
}

/** The longest stretch of neighbouring places for which something holds; null: fewer than three such in a row. */
function longest(
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

/** The score in words. */
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
