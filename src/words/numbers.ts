import { numberFormatOf } from './formats.ts';
import { spokenLanguage } from './index.ts';

/** The number format of the language spoken. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return numberFormatOf(spokenLanguage(), options);
}

/** A count or a step with its thousands apart: 1,200 in English, 1.200 in German. */
export function formatWhole(count: number): string {
  return numberFormat().format(count);
}

/** So many digits after the decimal mark, always: 1.50 in English, 1,50 in German. */
export function formatFixed(value: number, digits: number): string {
  return numberFormat({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(value);
}

/** What stands between the whole and its parts: a point in English, a comma in German; and what sets thousands apart. */
function mark(type: 'decimal' | 'group'): string {
  const parts = numberFormat().formatToParts(12_345.5);
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** A number as D3 writes it, 1,234.5, as the language writes it. */
export function respelt(english: string): string {
  return english.replace(/[.,]/g, (sign) => mark(sign === '.' ? 'decimal' : 'group'));
}

/** A number with all its digits and no thousands apart: as it can be typed again. */
export function formatPlain(value: number): string {
  return withDecimalMark(String(value));
}

/** A number that was written the plain way, as it is written in the language spoken: without thousands, so that it can be typed again. */
export function withDecimalMark(plain: string): string {
  return plain.replace('.', mark('decimal'));
}
