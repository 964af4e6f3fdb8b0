import { withDecimalMark } from '../../../i18n/numbers.ts';

/**
 * Parses a typed number; allows surrounding spaces, a decimal comma and a true minus sign. Null if the text is not one finite
 * number.
 */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * Formats a number for a number box: up to 6 significant digits, no trailing zeros, the decimal mark of the locale. parseNumber
 * reads it back.
 */
export function fieldText(value: number): string {
  return withDecimalMark(String(Number(value.toPrecision(6))));
}
