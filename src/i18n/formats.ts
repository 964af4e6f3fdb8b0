import { type FormatLocaleDefinition, formatLocale } from 'd3-format';

/** Numbers as a language writes them. */
export interface NumberFormats {
  /** What stands between the whole and its parts. */
  readonly decimalMark: string;
  /** What sets thousands apart. */
  readonly thousandsMark: string;
  /** A number in the notation of d3-format. */
  readonly format: (specifier: string, value: number) => string;
}

/** Marks as the Unicode Common Locale Data Repository has them, by the language's subtag; every other language is written as English. */
const marks: Readonly<Record<string, Pick<FormatLocaleDefinition, 'decimal' | 'thousands'>>> = {
  en: { decimal: '.', thousands: ',' },
  de: { decimal: ',', thousands: '.' },
};

const numbers = new Map<string, NumberFormats>();
const plurals = new Map<string, Intl.PluralRules>();

/**
 * The number formats of a language (BCP 47). Not by `Intl.NumberFormat`: the first of a page takes a desktop computer 28 ms,
 * a telephone four times as long.
 */
export function numberFormatsOf(tag: string): NumberFormats {
  return kept(numbers, tag, () => {
    const { decimal, thousands } = marks[tag.split('-')[0] ?? ''] ?? marks.en!;
    const locale = formatLocale({ decimal, thousands, grouping: [3], currency: ['', ''], minus: '-' });
    const made = new Map<string, (value: number) => string>();
    return {
      decimalMark: decimal,
      thousandsMark: thousands,
      format: (specifier, value) => kept(made, specifier, () => locale.format(specifier))(value),
    };
  });
}

/** Which form of a plural a language takes for a number. */
export function pluralRulesOf(tag: string): Intl.PluralRules {
  return kept(plurals, tag, () => new Intl.PluralRules(tag));
}

function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}
