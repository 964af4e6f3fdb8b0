import { renderToStaticMarkup } from 'react-dom/server';
import { setLocale, sourceLocale } from '../i18n/index.ts';
import { lessonLocales } from '../i18n/lessonLocales.ts';
import { localeOf } from '../i18n/locales.ts';
import { fileOfPage, lessonPages, pageOfFile } from './addresses.ts';
import { PageOfLessons } from './pages/PageOfLessons.tsx';
import { LessonContext } from './parts/LessonContext.ts';
import type { LessonSources } from './sources.ts';

/** Loaded here, because the build closes its module runner once this module has been imported. */
const loadedLocales = new Map(
  await Promise.all(lessonLocales.map(async (id) => [id, await localeOf(id)] as const)),
);

/** The files of all pages, relative to the folder `learn`. */
export function pages(): readonly string[] {
  return lessonLocales.flatMap((language) => lessonPages.map((page) => fileOfPage(page, language)));
}

/** Renders a page as HTML, in the language of its file name. Throws on a file that is no page. */
export function renderPage(file: string, sources: LessonSources): string {
  const found = pageOfFile(file);
  if (!found) throw new Error(`no page of the lessons has this file: ${file}`);
  const { page, language } = found;
  setLocale(loadedLocales.get(language) ?? sourceLocale);
  const markup = renderToStaticMarkup(
    <LessonContext value={{ language, sources }}>
      <PageOfLessons page={page} />
    </LessonContext>,
  );
  return `<!doctype html>\n${markup}\n`;
}
