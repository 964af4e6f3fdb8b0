import { formatGrouped } from '../../i18n/numbers.ts';
import { missing, powerOfTen } from './format.ts';

/** Terms and their total, as texts or as rounded numbers: the terms shown add up to the total shown. */
export interface Sum<T> {
  readonly terms: readonly T[];
  readonly total: T;
}

/** Decimals of the numbers of a sum whose largest number is below each size. */
const DECIMALS = [
  { below: 1, decimals: 3 },
  { below: 10, decimals: 2 },
  { below: 1000, decimals: 1 },
  { below: 999_999.5, decimals: 0 },
] as const;
/** Shares are rounded to a thousandth: percentages with one decimal. */
const SHARE_PLACE = -3;
/** Decimals of larger numbers, which are written with a common power of ten. */
const SCIENTIFIC_DECIMALS = 3;

/** The power of ten of the last digit shown of a sum whose largest number has this size: −1 for one decimal. */
export function lastPlace(size: number): number {
  const fixed = DECIMALS.find(({ below }) => size < below);
  return fixed ? 0 - fixed.decimals : Math.floor(Math.log10(size)) - SCIENTIFIC_DECIMALS;
}

/** value / 10^place, without the error of a power that is no float. */
function inPlaces(value: number, place: number): number {
  return place < 0 ? value * 10 ** -place : value / 10 ** place;
}

/**
 * Rounds terms and their total to multiples of 10^place so that the rounded terms add up to the rounded total: the terms
 * with the largest rounding errors are rounded the other way (the method of largest remainders). Returns those multiples.
 */
export function roundSum(terms: readonly number[], place: number): Sum<number> {
  const scaled = terms.map((term) => inPlaces(term, place));
  const rounded = scaled.map((term) => Math.round(term));
  const total = Math.round(scaled.reduce((sum, term) => sum + term, 0));
  const surplus = total - rounded.reduce((sum, term) => sum + term, 0);
  const direction = Math.sign(surplus);
  const error = (i: number) => direction * (scaled[i]! - rounded[i]!);
  const furthest = [...terms.keys()].sort((a, b) => error(b) - error(a)).slice(0, Math.abs(surplus));
  return { terms: rounded.map((term, i) => (furthest.includes(i) ? term + direction : term)), total };
}

/**
 * Formats terms and their total with one number of decimals, so that the terms shown add up to the total shown. From a
 * million on all have the same power of ten. Dashes if a term is not finite. resolved: with as many decimals, six at most, as
 * the smallest number needs for two significant digits. A term that is exactly 0 is '0'.
 */
export function formatSum(terms: readonly number[], resolved = false): Sum<string> {
  const sum = terms.reduce((total, term) => total + term, 0);
  if (!Number.isFinite(sum)) return { terms: terms.map(() => missing), total: missing };
  const sizes = [...terms, sum].map(Math.abs);
  const usual = lastPlace(Math.max(...sizes));
  const place = resolved ? Math.min(usual, resolvingPlace(sizes)) : usual;
  const rounded = roundSum(terms, place);
  return {
    terms: rounded.terms.map((multiple, i) => (terms[i] === 0 ? '0' : formatMultiple(multiple, place))),
    total: formatMultiple(rounded.total, place),
  };
}

/** Maximum number of decimals of a resolved sum. */
const MAX_RESOLVED_DECIMALS = 6;

/** The last place that gives every number but 0 two significant digits. */
function resolvingPlace(sizes: readonly number[]): number {
  const least = Math.min(...sizes.filter((size) => size > 0));
  return Number.isFinite(least) ? Math.max(-MAX_RESOLVED_DECIMALS, Math.floor(Math.log10(least)) - 1) : 0;
}

/** Formats multiple · 10^place to exactly that place: (1401, −1) → '140.1', (1234, 4) → '1.234 × 10⁷'. */
export function formatMultiple(multiple: number, place: number): string {
  const power = place > 0 ? place + SCIENTIFIC_DECIMALS : 0;
  const decimals = place > 0 ? SCIENTIFIC_DECIMALS : 0 - place;
  // Adding 0 turns −0 into 0.
  const text = formatGrouped(multiple / 10 ** decimals + 0, decimals).replace('-', '−');
  return power > 0 ? `${text} × ${powerOfTen(power)}` : text;
}

/** Formats shares of a whole: the percentages shown add up. 0.867, 0.133 → '86.7 %', '13.3 %'; 0.6, 0.4 → '60 %', '40 %'. */
export function formatShares(shares: readonly number[]): readonly string[] {
  const { terms } = roundSum(shares, SHARE_PLACE);
  const place = terms.every((term) => term % 10 === 0) ? SHARE_PLACE + 1 : SHARE_PLACE;
  return terms.map((term) => `${formatMultiple(term * 10 ** (SHARE_PLACE - place), place + 2)} %`);
}
