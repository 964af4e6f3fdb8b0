import { currentLocale } from './index.ts';
import { type LocaleId, locales } from './locales.ts';
import { matchLocale } from './matchLocale.ts';

/** The locales that the chapters under `learn/` are written in; readers of any other locale get the English ones. */
export const lessonLocales = ['en', 'de'] as const satisfies readonly LocaleId[];

export type LessonLocale = (typeof lessonLocales)[number];

/** A page of the lessons for the current locale. */
export interface LessonsLink {
  /** Relative to the playground, unless said otherwise. */
  readonly href: string;
  /** BCP 47; undefined where the lessons are in the current locale. */
  readonly hrefLang: string | undefined;
}

/** Where the contents page is in the current locale, or else in English. */
export function lessonsLink(): LessonsLink {
  return linkTo(contentsFile, 'learn/');
}

/** Where a chapter is in the current locale, or else in English. folder: path to the lessons, '' from one of their pages. */
export function chapterLink(slug: string, folder = 'learn/'): LessonsLink {
  return linkTo((locale) => chapterFile(slug, locale), folder);
}

function linkTo(fileIn: (locale: LessonLocale) => string, folder: string): LessonsLink {
  const translated = matchLocale(lessonLocales, [currentLocale().tag]);
  return {
    href: `${folder}${fileIn(translated ?? 'en')}`,
    hrefLang: translated === null ? locales.en.tag : undefined,
  };
}

/** The file of the contents page in the folder `learn`. */
export function contentsFile(locale: LessonLocale): string {
  return locale === 'en' ? 'index.html' : `${locale}.html`;
}

/** The file of any other page of the lessons in the folder `learn`. */
export function chapterFile(slug: string, locale: LessonLocale): string {
  return locale === 'en' ? `${slug}.html` : `${slug}.${locale}.html`;
}
