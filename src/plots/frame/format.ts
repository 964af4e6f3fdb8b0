import { formatFixed, formatSignificant, formatWhole, withDecimalMark } from '../../i18n/numbers.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Text for numbers that are not finite. */
export const missing = '–';

/**
 * Formats a number for display: 3 significant digits without trailing zeros, thousands separators, U+2212 as minus;
 * below 0.001 and from a million on as 1.2 × 10⁻⁵; a dash if not finite.
 */
export function formatNumber(value: number): string {
  return formatDigits(value, 3);
}

/** formatNumber with a given number of significant digits. */
export function formatDigits(value: number, digits: number): string {
  if (!Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 999_500)) return formatScientific(value);
  return formatSignificant(value === 0 ? 0 : value, digits).replace('-', '−');
}

/** Formats two numbers with the same number of digits, 3 to 7, the fewest that distinguish them. */
export function formatChange(before: number, after: number): readonly [string, string] {
  for (let digits = 3; digits < 7; digits++) {
    const texts = [formatDigits(before, digits), formatDigits(after, digits)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return [formatDigits(before, 7), formatDigits(after, 7)];
}

/**
 * Formats the ends of an interval with equally many decimals, the fewest that resolve a twenty-fifth of a width, by
 * default its own.
 */
export function formatInterval(low: number, high: number, width = high - low): readonly [string, string] {
  const decimals = Math.max(0, Math.ceil(1.4 - Math.log10(width)));
  if (!(decimals <= 6) || Math.max(Math.abs(low), Math.abs(high)) >= 1e6)
    return [formatNumber(low), formatNumber(high)];
  const text = (value: number) => {
    const rounded = Number(value.toFixed(decimals)) || 0;
    return (decimals === 0 ? formatWhole(rounded) : formatFixed(rounded, decimals)).replace('-', '−');
  };
  return [text(low), text(high)];
}

function formatScientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split('e') as [string, string];
  return `${withDecimalMark(String(Number(mantissa)))} × ${powerOfTen(Number(exponent))}`.replace('-', '−');
}

/** −5 → '10⁻⁵'. */
export function powerOfTen(power: number): string {
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `10${power < 0 ? '⁻' : ''}${digits}`;
}

/** 0.95 → '95 %'. */
export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${formatSignificant(100 * share, 3)} %` : missing;
}
