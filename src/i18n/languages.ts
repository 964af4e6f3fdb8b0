import { type Locale, setLocale, sourceLocale } from './index.ts';

/** A language that the page can be read in. */
interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly label: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether the menu offers it; the others are for tests. */
  readonly offered: boolean;
  /** Brings its words: at once for English, which is in the source, else in a file of their own. */
  readonly load: () => Locale | Promise<Locale>;
}

/** The languages by what the address calls them: `?lang=de`. */
export const languages = {
  en: { tag: 'en-GB', label: 'English', direction: 'ltr', offered: true, load: () => sourceLocale },
  de: {
    tag: 'de',
    label: 'Deutsch',
    direction: 'ltr',
    offered: true,
    load: async () => ({ tag: 'de', catalogue: (await import('./de/index.ts')).german }),
  },
  'en-XA': {
    tag: 'en-XA',
    label: '⟦Àççéñţš⟧',
    direction: 'ltr',
    offered: false,
    load: () => ({ tag: 'en-XA', catalogue: {}, pseudoLocale: 'accented' }),
  },
  // Read from right to left, but still English to a screen reader and in its numbers.
  'ar-XB': {
    tag: 'en-XB',
    label: 'Right to left',
    direction: 'rtl',
    offered: false,
    load: () => ({ tag: 'en-XB', catalogue: {}, pseudoLocale: 'mirrored' }),
  },
} as const satisfies Record<string, Language>;

export type LanguageId = keyof typeof languages;

export const languageIds = Object.keys(languages) as LanguageId[];

/**
 * The language to speak: the one that the address names (`?lang=de`; null: none), else the first that the reader prefers of
 * those that are offered, else English. preferred: BCP 47 tags, the dearest first.
 */
export function chooseLanguage(asked: string | null, preferred: readonly string[]): LanguageId {
  const wanted = languageIds.find((id) => id.toLowerCase() === asked?.toLowerCase());
  if (wanted) return wanted;
  const wishes = [...(asked === null ? [] : [asked]), ...preferred];
  return wishes.map(offeredFor).find((id) => id !== undefined) ?? 'en';
}

/** `de-AT` is German. */
function offeredFor(tag: string): LanguageId | undefined {
  const [language = ''] = tag.toLowerCase().split('-');
  return languageIds.find((id) => id === language && languages[id].offered);
}

/** Makes this thread speak a language; where its words cannot be had it goes on in English. Null: it already does. */
export function loadLocale(id: LanguageId): Promise<void> | null {
  const words = languages[id].load();
  if (!(words instanceof Promise)) {
    setLocale(words);
    return null;
  }
  return words.then(setLocale, () => setLocale(sourceLocale));
}
