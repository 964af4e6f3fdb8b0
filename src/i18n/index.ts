import { type Disguise, disguises } from './disguises.ts';
import { fillMessage, type Part, readMessage, type Values } from './message.ts';

export type { Values } from './message.ts';

/** The words of one language: from a message as it stands in the source, in English, to that message in the language. */
export type Catalogue = Readonly<Record<string, string>>;

/** All that a thread needs to speak a language; plain data, so that it can be sent to another thread. */
export interface Words {
  /** BCP 47: for the choice of plurals, for numbers and for the page. */
  readonly tag: string;
  readonly catalogue: Catalogue;
  /** What a pseudo-locale does to every message. */
  readonly disguise?: Disguise;
}

/** British English: every message is its own translation. */
export const sourceWords: Words = { tag: 'en-GB', catalogue: {} };

let words = sourceWords;
/** Every message that was said, read once. */
let read = new Map<string, readonly Part[]>();

function partsOf(message: string): readonly Part[] {
  const known = read.get(message);
  if (known) return known;
  const { catalogue, disguise } = words;
  const parts = disguised(Object.hasOwn(catalogue, message) ? catalogue[message]! : message, disguise);
  read.set(message, parts);
  return parts;
}

function disguised(message: string, disguise: Disguise | undefined): readonly Part[] {
  if (disguise === undefined) return readMessage(message);
  const { text, before, after } = disguises[disguise];
  return [before, ...readMessage(message, text), after];
}

/**
 * A message in the language of this thread. `message` is the English text, in the message format of ICU: `{name}` stands
 * for a value, `{count, plural, one {# weight} other {# weights}}` for a choice. It is also the key of the catalogues, so
 * it is written out where it is used, never put together. What a catalogue lacks is said in English.
 */
export function say(message: string, values: Values = {}): string {
  return fillMessage(partsOf(message), values, words.tag);
}

/** Encloses the name of a value that is put in later: a private character that no message has. */
const MARK = '\uE000';

/**
 * A message in parts, for values that are no text: an element, a formula. Text and values alternate as the language wants
 * them; a value of text or a number is part of the text around it.
 */
export function sayParts<T>(
  message: string,
  values: Readonly<Record<string, string | number | T>>,
): (string | T)[] {
  const marked = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    isText(value) ? value : `${MARK}${name}${MARK}`,
  ]);
  return say(message, Object.fromEntries(marked))
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? part : (values[part] as T)))
    .filter((part) => part !== '');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** From now on this thread speaks these words. */
export function speak(next: Words): void {
  words = next;
  read = new Map();
}

/** What this thread speaks, to be spoken by another one too. */
export function spokenWords(): Words {
  return words;
}

/** The BCP 47 tag of the language spoken, for numbers and for the page. */
export function spokenLanguage(): string {
  return words.tag;
}
