import { withDecimalMark } from '../../../i18n/numbers.ts';

/**
 * What a person typed as a number: spaces around it, a decimal comma and a true minus sign are understood.
 * Anything else that is not one finite number: null.
 */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * A number as a field shows it: up to 6 significant digits, no trailing zeros, with the decimal mark of the language spoken;
 * readable by parseNumber.
 */
export function fieldText(value: number): string {
  return withDecimalMark(String(Number(value.toPrecision(6))));
}
