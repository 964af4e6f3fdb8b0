import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** What a message may have put into it: `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

/** The words of one language: from a message as it stands in the source, in English, to that message in the language. */
export type Catalogue = Readonly<Record<string, string>>;

/** British English: every message is its own translation. */
const SOURCE = 'en-GB';

let spoken: I18n = speaker(SOURCE, {});

function speaker(language: string, catalogue: Catalogue): I18n {
  const i18n = setupI18n({ locale: language, messages: { [language]: { ...catalogue } } });
  i18n.setMessagesCompiler(compileMessage);
  return i18n;
}

/**
 * A message in the language of this thread. `message` is the English text, in the message format of ICU: `{name}` stands
 * for a value, `{count, plural, one {# weight} other {# weights}}` for a choice. It is also the key of the catalogues, so
 * it is written out where it is used, never put together. What a catalogue lacks is said in English.
 */
export function say(message: string, values: Values = {}): string {
  return spoken._(message, values);
}

/** From now on this thread speaks `language` (a BCP 47 tag) with the words of its catalogue. */
export function speak(language: string, catalogue: Catalogue): void {
  spoken = speaker(language, catalogue);
}

/** The BCP 47 tag of the language spoken, for numbers and for the page. */
export function spokenLanguage(): string {
  return spoken.locale;
}
