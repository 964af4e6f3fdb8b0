import { spokenLanguage } from './index.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** The number format of the language spoken; made once for each language and kind. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const tag = spokenLanguage();
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(tag, options);
  formats.set(key, format);
  return format;
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

/** What stands between the whole and its parts: a point in English, a comma in German. */
export function decimalMark(): string {
  return (
    numberFormat()
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.'
  );
}

/** A number that was written the plain way, as it is written in the language spoken: without thousands, so that it can be typed again. */
export function withDecimalMark(plain: string): string {
  return plain.replace('.', decimalMark());
}
