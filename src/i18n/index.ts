import { fillMessage, type Part, parseMessage, type Values } from './message.ts';
import { type PseudoLocale, pseudoLocales } from './pseudoLocales.ts';

export type { Values } from './message.ts';

/** The content of `locales/<id>.json`. */
export interface LocaleFile {
  /** Decimal mark of numbers, as in the Unicode Common Locale Data Repository. */
  readonly decimal: string;
  /** Separator between groups of three digits; same source. */
  readonly thousands: string;
  /** From each English message to its translation. An empty translation counts as missing. */
  readonly messages: Readonly<Record<string, string>>;
}

/** Everything that a thread needs to write a language. Plain data, so that it can be posted to a worker. */
export interface Locale extends LocaleFile {
  /** BCP 47: selects plural forms and is the `lang` of the page. */
  readonly tag: string;
  /** Set for a locale that transforms the English text instead of translating it. */
  readonly pseudoLocale?: PseudoLocale;
}

/** British English: the messages in the source are its text. */
export const sourceLocale: Locale = {
  tag: 'en-GB',
  decimal: '.',
  thousands: ',',
  messages: {},
};

let locale = sourceLocale;
/** Parsed messages of the current locale, by their English text. */
let parsed = new Map<string, readonly Part[]>();

function partsOf(message: string): readonly Part[] {
  const known = parsed.get(message);
  if (known) return known;
  const { messages, pseudoLocale } = locale;
  const translation = Object.hasOwn(messages, message) ? messages[message] : '';
  const parts = applyPseudoLocale(translation || message, pseudoLocale);
  parsed.set(message, parts);
  return parts;
}

function applyPseudoLocale(message: string, pseudoLocale: PseudoLocale | undefined): readonly Part[] {
  if (pseudoLocale === undefined) return parseMessage(message);
  const { text, before, after } = pseudoLocales[pseudoLocale];
  return [before, ...parseMessage(message, text), after];
}

/**
 * Translates a message into the current locale. `message` is the English text in the ICU message format: `{name}` is
 * replaced by a value, `{count, plural, one {# weight} other {# weights}}` by one of its forms. It is also the key of the
 * translation, so it must be a literal or a property with literal values. A message without translation stays English.
 */
export function t(message: string, values: Values = {}): string {
  return fillMessage(partsOf(message), values, locale);
}

/** Delimits the name of a non-text value in a filled message: a private-use character that no message contains. */
const MARK = '\uE000';

/**
 * Translates a message with values that are not text (React elements, formulas). Returns text and values in the order of
 * the translation; text and number values are merged into the text around them.
 */
export function tRich<T>(
  message: string,
  values: Readonly<Record<string, string | number | T>>,
): (string | T)[] {
  const marked = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    isText(value) ? value : `${MARK}${name}${MARK}`,
  ]);
  return t(message, Object.fromEntries(marked))
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? part : (values[part] as T)))
    .filter((part) => part !== '');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Sets the locale of this thread. Texts that were translated before do not change. */
export function setLocale(next: Locale): void {
  locale = next;
  parsed = new Map();
}

/** The locale of this thread. */
export function currentLocale(): Locale {
  return locale;
}
