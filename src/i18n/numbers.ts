import { type NumberFormats, numberFormatsOf } from './formats.ts';
import { currentLanguage } from './index.ts';

function formats(): NumberFormats {
  return numberFormatsOf(currentLanguage());
}

/** A count or a step with its thousands apart: 1,200 in English, 1.200 in German. */
export function formatWhole(count: number): string {
  return formats().format(',d', count);
}

/** So many digits after the decimal mark, always: 1.50 in English, 1,50 in German. */
export function formatFixed(value: number, digits: number): string {
  return formats().format(`.${digits}f`, value);
}

/** At most so many significant digits, without trailing zeros, thousands apart: 1,230 in English, 1.230 in German. */
export function formatSignificant(value: number, digits: number): string {
  return formats().format(`,.${digits}~r`, value);
}

/** A number as D3 writes it, 1,234.5, as the language writes it. */
export function respelt(english: string): string {
  const { decimalMark, thousandsMark } = formats();
  return english.replace(/[.,]/g, (sign) => (sign === '.' ? decimalMark : thousandsMark));
}

/** A number with all its digits and no thousands apart: as it can be typed again. */
export function formatPlain(value: number): string {
  return withDecimalMark(String(value));
}

/** A number that was written the plain way, as it is written in the language spoken: without thousands, so that it can be typed again. */
export function withDecimalMark(plain: string): string {
  return plain.replace('.', formats().decimalMark);
}
