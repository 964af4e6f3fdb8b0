import { type Locale, type LocaleFile, setLocale, sourceLocale } from './index.ts';
import { matchLocale } from './matchLocale.ts';
import type { PseudoLocale } from './pseudoLocales.ts';

/** A locale of the registry: what the page needs before it downloads the locale's file. */
interface LocaleEntry {
  /** BCP 47. */
  readonly tag: string;
  /** Name of the language, in that language. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether the menu and the browser's preferences can select it; the address can select every locale. */
  readonly offered: boolean;
  /** Imports `locales/<id>.json`, a separate chunk; absent if the English text is used. */
  readonly load?: () => Promise<{ readonly default: LocaleFile }>;
  readonly pseudoLocale?: PseudoLocale;
}

/** The locales by their id in the address: `?lang=de`. How to add one: `locales/README.md`. */
export const locales = {
  en: { tag: 'en-GB', name: 'English', direction: 'ltr', offered: true },
  de: {
    tag: 'de',
    name: 'Deutsch',
    direction: 'ltr',
    offered: true,
    load: () => import('./locales/de.json'),
  },
  'en-XA': { tag: 'en-XA', name: '⟦Àççéñţš⟧', direction: 'ltr', offered: false, pseudoLocale: 'accented' },
  // The tag stays English: screen readers and number formats must not switch to Arabic.
  'ar-XB': {
    tag: 'en-XB',
    name: 'Right to left',
    direction: 'rtl',
    offered: false,
    pseudoLocale: 'mirrored',
  },
} as const satisfies Record<string, LocaleEntry>;

export type LocaleId = keyof typeof locales;

export const localeIds = Object.keys(locales) as LocaleId[];

/** Ids of the locales that the menu lists. */
export const offeredIds = localeIds.filter((id) => locales[id].offered);

/**
 * The locale to show: the one in the address (`?lang=de`; null: none), else the first offered one of the reader's
 * preferences, else English. preferred: BCP 47 tags in order of preference.
 */
export function chooseLocale(asked: string | null, preferred: readonly string[]): LocaleId {
  const exact = localeIds.find((id) => id.toLowerCase() === asked?.toLowerCase());
  return exact ?? matchLocale(offeredIds, asked === null ? preferred : [asked, ...preferred]) ?? 'en';
}

/** The locale of an id: a promise where its file has to be downloaded. */
export function localeOf(id: LocaleId): Locale | Promise<Locale> {
  const entry: LocaleEntry = locales[id];
  const { tag, pseudoLocale, load } = entry;
  if (load) return load().then(({ default: file }) => ({ tag, ...file }));
  return pseudoLocale ? { ...sourceLocale, tag, pseudoLocale } : sourceLocale;
}

/** Sets the locale of this thread by its id, or English if the file cannot be downloaded. Null: done, nothing to wait for. */
export function loadLocale(id: LocaleId): Promise<void> | null {
  const locale = localeOf(id);
  if (locale instanceof Promise) return locale.then(setLocale, () => setLocale(sourceLocale));
  setLocale(locale);
  return null;
}
