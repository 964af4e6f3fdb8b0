import { numberFormat } from './formats.ts';
import { currentLocale } from './index.ts';

function format(specifier: string, value: number): string {
  return numberFormat(currentLocale())(specifier, value);
}

/** An integer with grouped thousands: 1,200 in English, 1.200 in German. */
export function formatWhole(count: number): string {
  return format(',d', count);
}

/** Exactly `digits` digits after the decimal mark: 1.50 in English, 1,50 in German. */
export function formatFixed(value: number, digits: number): string {
  return format(`.${digits}f`, value);
}

/** Exactly `digits` digits after the decimal mark, with grouped thousands: 1,230.5 in English, 1.230,5 in German. */
export function formatGrouped(value: number, digits: number): string {
  return format(`,.${digits}f`, value);
}

/** At most `digits` significant digits, without trailing zeros, with grouped thousands: 1,230 in English, 1.230 in German. */
export function formatSignificant(value: number, digits: number): string {
  return format(`,.${digits}~r`, value);
}

/** Replaces the marks of a number in English notation (1,234.5) by those of the current locale. */
export function localizeMarks(english: string): string {
  const { decimal, thousands } = currentLocale();
  return english.replace(/[.,]/g, (mark) => (mark === '.' ? decimal : thousands));
}

/** All digits of a number, without grouping: the form that text fields accept. */
export function formatPlain(value: number): string {
  return withDecimalMark(String(value));
}

/** Replaces the decimal point of a number in plain notation by the mark of the current locale. */
export function withDecimalMark(plain: string): string {
  return plain.replace('.', currentLocale().decimal);
}
