import { currentLocale } from './index.ts';
import { type LocaleId, locales } from './locales.ts';
import { matchLocale } from './matchLocale.ts';

/** The locales that the chapters under `learn/` are written in; readers of any other locale get the English ones. */
export const lessonLocales = ['en', 'de'] as const satisfies readonly LocaleId[];

export type LessonLocale = (typeof lessonLocales)[number];

/** The contents page of the lessons for the current locale. */
export interface LessonsLink {
  /** Relative to the playground. */
  readonly href: string;
  /** BCP 47; undefined where the lessons are in the current locale. */
  readonly hrefLang: string | undefined;
}

/** Where the lessons are in the current locale, or else in English. */
export function lessonsLink(): LessonsLink {
  const translated = matchLocale(lessonLocales, [currentLocale().tag]);
  return {
    href: `learn/${contentsFile(translated ?? 'en')}`,
    hrefLang: translated === null ? locales.en.tag : undefined,
  };
}

/** The file of the contents page in the folder `learn`. */
export function contentsFile(locale: LessonLocale): string {
  return locale === 'en' ? 'index.html' : `${locale}.html`;
}
