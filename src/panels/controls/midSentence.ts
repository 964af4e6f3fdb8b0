import { currentLanguage } from '../../i18n/index.ts';

/** A name from a menu in the middle of a sentence: small in English, as it is where nouns are written large. */
export function midSentence(name: string): string {
  return currentLanguage().startsWith('en') ? name.toLowerCase() : name;
}
