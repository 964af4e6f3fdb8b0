import { chapterFile, contentsFile, type LessonLocale, lessonLocales } from '../i18n/lessonLocales.ts';
import { type Slug, slugs } from './chapters.ts';

/** A page of the lessons: the table of contents, a chapter or an appendix, the notation, or the page for teachers. */
export type LessonPage = 'index' | 'notation' | 'teacher' | Slug;

/** All pages, the table of contents first. */
export const lessonPages: readonly LessonPage[] = ['index', ...slugs, 'notation', 'teacher'];

/** The file of a page in the folder `learn`. All languages share that folder, so relative addresses are the same in each. */
export function fileOfPage(page: LessonPage, language: LessonLocale): string {
  return page === 'index' ? contentsFile(language) : chapterFile(page, language);
}

/** The page and language of a file; null if there is no such page. */
export function pageOfFile(file: string): { page: LessonPage; language: LessonLocale } | null {
  for (const language of lessonLocales)
    for (const page of lessonPages) if (fileOfPage(page, language) === file) return { page, language };
  return null;
}

/** The address of the playground in the state of a link, relative to a page of the lessons. */
export function playgroundAddress(language: LessonLocale, link = ''): string {
  return `../index.html${language === 'en' ? '' : `?lang=${language}`}${link && `#${link}`}`;
}
