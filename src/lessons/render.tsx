import { renderToStaticMarkup } from 'react-dom/server';
import { german } from '../i18n/de/index.ts';
import { type Locale, setLocale, sourceLocale } from '../i18n/index.ts';
import { fileOfPage, lessonPages, pageOfFile } from './addresses.ts';
import { type LessonLanguage, lessonLanguages } from './chapters.ts';
import { PageOfLessons } from './pages/PageOfLessons.tsx';
import { LessonContext } from './parts/LessonContext.ts';
import type { LessonSources } from './sources.ts';

/** The words of every language at once: a page is rendered in one go. */
const words: Readonly<Record<LessonLanguage, Locale>> = {
  en: sourceLocale,
  de: { tag: 'de', catalogue: german },
};

/** The files of all pages, in the folder `learn`. */
export function pages(): readonly string[] {
  return lessonLanguages.flatMap((language) => lessonPages.map((page) => fileOfPage(page, language)));
}

/** A page as HTML, in its own language: what index.html is for the playground. */
export function renderPage(file: string, sources: LessonSources): string {
  const found = pageOfFile(file);
  if (!found) throw new Error(`no page of the lessons has this file: ${file}`);
  const { page, language } = found;
  setLocale(words[language]);
  const markup = renderToStaticMarkup(
    <LessonContext value={{ language, sources }}>
      <PageOfLessons page={page} />
    </LessonContext>,
  );
  return `<!doctype html>\n${markup}\n`;
}
