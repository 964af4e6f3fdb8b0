const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** The number format of a language; made once for each language and kind, because making one is slow. */
export function numberFormatOf(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, `${tag} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options));
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
