import { afterEach, expect, it } from 'vitest';
import { setLocale, sourceLocale } from '../../src/i18n/index.ts';
import { localeIds, localeOf } from '../../src/i18n/locales.ts';
import { formatFixed, formatPlain, formatSignificant, formatWhole } from '../../src/i18n/numbers.ts';
import { createRandom, standardNormal, streams, uniform } from '../../src/math/random.ts';

afterEach(() => setLocale(sourceLocale));

/** Numbers of all magnitudes and both signs, and those where rounding or grouping starts. The only ties are exact in binary. */
const random = createRandom(1, streams.data);
const values = [
  ...[0, 1, 999, 999.5, 1000, 999_499, 999_500, 1e6, 0.125, 0.0015, 2.5, 12_345.678],
  ...Array.from({ length: 500 }, () => standardNormal(random) * 10 ** uniform(random, -3, 7)),
].flatMap((value) => (value === 0 ? [value] : [value, -value]));

it.each(localeIds)(
  '%s formats every number as the Unicode Common Locale Data Repository does',
  async (id) => {
    const { tag, ...rest } = await localeOf(id);
    setLocale({ tag, ...rest });
    // The CLDR has no pseudo-locales, which are English.
    const locale = tag.startsWith('en') ? sourceLocale.tag : tag;
    const intl = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
    const [whole, plain] = [intl({}), intl({ useGrouping: false, maximumSignificantDigits: 5 })];
    for (const value of values) {
      const count = Math.round(value) || 0;
      expect(formatWhole(count)).toBe(whole.format(count));
      const short = Number(value.toPrecision(5));
      expect(formatPlain(short)).toBe(plain.format(short));
      for (const digits of [0, 1, 2, 3])
        expect(formatFixed(value, digits)).toBe(unsigned(fixed(digits).format(value)));
      for (const digits of [2, 3, 4])
        expect(formatSignificant(value, digits)).toBe(significant(digits).format(value));
    }

    function fixed(digits: number): Intl.NumberFormat {
      return intl({ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
    }
    function significant(digits: number): Intl.NumberFormat {
      return intl({ maximumSignificantDigits: digits });
    }
  },
);

/** A number that was rounded to zero has no sign. */
function unsigned(text: string): string {
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}
