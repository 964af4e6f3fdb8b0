import { fillMessage, type Part, readMessage, type Values } from './message.ts';
import { type PseudoLocale, pseudoLocales } from './pseudoLocales.ts';

export type { Values } from './message.ts';

/** The words of one language: from a message as it stands in the source, in English, to that message in the language. */
export type Catalogue = Readonly<Record<string, string>>;

/** All that a thread needs to speak a language; plain data, so that it can be sent to another thread. */
export interface Locale {
  /** BCP 47: for the choice of plurals, for numbers and for the page. */
  readonly tag: string;
  readonly catalogue: Catalogue;
  /** What a pseudo-locale does to every message. */
  readonly pseudoLocale?: PseudoLocale;
}

/** British English: every message is its own translation. */
export const sourceLocale: Locale = { tag: 'en-GB', catalogue: {} };

let locale = sourceLocale;
/** Every message that was said, read once. */
let read = new Map<string, readonly Part[]>();

function partsOf(message: string): readonly Part[] {
  const known = read.get(message);
  if (known) return known;
  const { catalogue, pseudoLocale } = locale;
  const parts = applyPseudoLocale(
    Object.hasOwn(catalogue, message) ? catalogue[message]! : message,
    pseudoLocale,
  );
  read.set(message, parts);
  return parts;
}

function applyPseudoLocale(message: string, pseudoLocale: PseudoLocale | undefined): readonly Part[] {
  if (pseudoLocale === undefined) return readMessage(message);
  const { text, before, after } = pseudoLocales[pseudoLocale];
  return [before, ...readMessage(message, text), after];
}

/**
 * A message in the language of this thread. `message` is the English text, in the message format of ICU: `{name}` stands
 * for a value, `{count, plural, one {# weight} other {# weights}}` for a choice. It is also the key of the catalogues, so
 * it is written out where it is used, never put together. What a catalogue lacks is said in English.
 */
export function t(message: string, values: Values = {}): string {
  return fillMessage(partsOf(message), values, locale.tag);
}

/** Encloses the name of a value that is put in later: a private character that no message has. */
const MARK = '\uE000';

/**
 * A message in parts, for values that are no text: an element, a formula. Text and values alternate as the language wants
 * them; a value of text or a number is part of the text around it.
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

/** From now on this thread speaks these words. */
export function setLocale(next: Locale): void {
  locale = next;
  read = new Map();
}

/** What this thread speaks, to be spoken by another one too. */
export function currentLocale(): Locale {
  return locale;
}

/** The BCP 47 tag of the language spoken, for numbers and for the page. */
export function currentLanguage(): string {
  return locale.tag;
}
