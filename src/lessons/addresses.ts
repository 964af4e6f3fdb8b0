import { type LessonLanguage, lessonLanguages, type Slug, slugs } from './chapters.ts';

/** A page of the lessons: the contents, the teacher's page, or a chapter. */
export type LessonPage = 'index' | 'teacher' | Slug;

/** Every page, contents first. */
export const lessonPages: readonly LessonPage[] = ['index', ...slugs, 'teacher'];

/** The file of a page in the folder `learn`. All languages share the folder, so that relative addresses agree. */
export function fileOfPage(page: LessonPage, language: LessonLanguage): string {
  if (language === 'en') return `${page}.html`;
  return page === 'index' ? `${language}.html` : `${page}.${language}.html`;
}

/** The page and language of a file; null where there is none. */
export function pageOfFile(file: string): { page: LessonPage; language: LessonLanguage } | null {
  for (const language of lessonLanguages)
    for (const page of lessonPages) if (fileOfPage(page, language) === file) return { page, language };
  return null;
}

/** The playground at the state of a link, from any page of the lessons. */
export function playgroundAddress(language: LessonLanguage, link = ''): string {
  return `../index.html${language === 'en' ? '' : `?lang=${language}`}${link && `#${link}`}`;
}
