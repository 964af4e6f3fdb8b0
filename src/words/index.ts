import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { type Disguise, disguises } from './disguises.ts';

/** What a message may have put into it: `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

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
let spoken = speaker(words);

function speaker({ tag, catalogue, disguise }: Words): I18n {
  const i18n = setupI18n({ locale: tag, messages: { [tag]: { ...catalogue } } });
  // A message is compiled once, however often it is said.
  const compiled = new Map<string, ReturnType<typeof compileMessage>>();
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message);
    if (known) return known;
    const tokens = compile(message, disguise);
    compiled.set(message, tokens);
    return tokens;
  });
  return i18n;
}

function compile(message: string, disguise: Disguise | undefined): ReturnType<typeof compileMessage> {
  if (disguise === undefined) return compileMessage(message);
  const { text, before, after } = disguises[disguise];
  return [before, ...compileMessage(message, text), after];
}

/**
 * A message in the language of this thread. `message` is the English text, in the message format of ICU: `{name}` stands
 * for a value, `{count, plural, one {# weight} other {# weights}}` for a choice. It is also the key of the catalogues, so
 * it is written out where it is used, never put together. What a catalogue lacks is said in English.
 */
export function say(message: string, values: Values = {}): string {
  return spoken._(message, values);
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
  spoken = speaker(next);
}

/** What this thread speaks, to be spoken by another one too. */
export function spokenWords(): Words {
  return words;
}

/** The BCP 47 tag of the language spoken, for numbers and for the page. */
export function spokenLanguage(): string {
  return words.tag;
}
