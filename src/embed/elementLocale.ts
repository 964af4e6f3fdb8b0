import { elementLocales } from 'virtual:element-locales';
import { setLocale, sourceLocale } from '../i18n/index.ts';
import { matchLocale } from '../i18n/matchLocale.ts';

const ids = ['en', ...Object.keys(elementLocales)];

/**
 * Sets the locale for the texts of an element: by its `lang`, else by the reader's preferences, else English. Elements of
 * one page may differ, so this is called before every translation. preferred: BCP 47 tags in order of preference.
 */
export function setElementLocale(lang: string | null, preferred: readonly string[]): void {
  const id = matchLocale(ids, lang === null ? preferred : [lang, ...preferred]);
  setLocale((id !== null && elementLocales[id]) || sourceLocale);
}
