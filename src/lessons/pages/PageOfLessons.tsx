import { t } from '../../i18n/index.ts';
import type { LessonLocale } from '../../i18n/lessonLocales.ts';
import { locales } from '../../i18n/locales.ts';
import type { LessonPage } from '../addresses.ts';
import { chapterOf, slugs } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { ChapterText } from './ChapterText.tsx';
import { Contents } from './Contents.tsx';
import { LessonBar } from './LessonBar.tsx';
import { Teacher } from './Teacher.tsx';

/** A whole page, head and body. */
export function PageOfLessons({ page }: { readonly page: LessonPage }) {
  const { language } = useLesson();
  const { title, summary } = headOf(page, language);
  return (
    <html lang={locales[language].tag}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={summary} />
        <title>{`${title} · Bayes by Backprop`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="stylesheet" href="/src/app/theme.css" />
        <link rel="stylesheet" href="/src/lessons/lesson.css" />
        <link rel="stylesheet" href="/src/lessons/parts.css" />
        <link rel="stylesheet" href="/src/lessons/exam.css" />
        <link rel="stylesheet" href="/src/lessons/worksheet.css" />
        <script type="module" src="/src/app/earlyTheme.ts" />
        <script type="module" src="/src/lessons/learn.ts" />
      </head>
      <body className="lesson">
        <a className="skip" href="#text">
          {t('Skip to the text')}
        </a>
        <LessonBar page={page} />
        <main id="text" tabIndex={-1}>
          {page === 'index' ? <Contents /> : page === 'teacher' ? <Teacher /> : <ChapterText slug={page} />}
        </main>
      </body>
    </html>
  );
}

function headOf(page: LessonPage, language: LessonLocale): { title: string; summary: string } {
  if (page === 'index')
    return {
      title: t('Learn how a network knows what it does not know'),
      summary: t(
        '{count} short chapters with live figures: from one weight and Bayes’ theorem to Bayes by Backprop, whole.',
        { count: slugs.length },
      ),
    };
  if (page === 'teacher')
    return {
      title: t('For teachers'),
      summary: t(
        'Plans for 90, 50 and 10 minutes, exam questions with answers, homework, misconceptions and a worksheet.',
      ),
    };
  const { heading, summary } = chapterOf(page);
  return { title: heading[language], summary: summary[language] };
}
