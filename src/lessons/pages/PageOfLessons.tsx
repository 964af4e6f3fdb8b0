import { t } from '../../i18n/index.ts';
import type { LessonLocale } from '../../i18n/lessonLocales.ts';
import { locales } from '../../i18n/locales.ts';
import type { LessonPage } from '../addresses.ts';
import { chapterOf, chapterSlugs } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { ChapterText } from './ChapterText.tsx';
import { Contents } from './Contents.tsx';
import { LessonBar } from './LessonBar.tsx';
import { Notation, notationSummary } from './Notation.tsx';
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
        {page !== 'index' && page !== 'teacher' && (
          <link
            rel="preload"
            href="/src/app/fonts/stix-two-math.woff2"
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        )}
        <link rel="stylesheet" href="/src/app/theme.css" />
        <link rel="stylesheet" href="/src/lessons/lesson.css" />
        <link rel="stylesheet" href="/src/lessons/parts.css" />
        <link rel="stylesheet" href="/src/lessons/contents.css" />
        <link rel="stylesheet" href="/src/lessons/worksheet.css" />
        <link rel="stylesheet" href="/src/lessons/notation.css" />
        <script type="module" src="/src/app/earlyTheme.ts" />
        <script type="module" src="/src/lessons/learn.ts" />
      </head>
      <body className="lesson">
        <a className="skip" href="#text">
          {t('Skip to the text')}
        </a>
        <LessonBar page={page} />
        <main id="text" tabIndex={-1}>
          <Page page={page} />
        </main>
      </body>
    </html>
  );
}

function Page({ page }: { readonly page: LessonPage }) {
  if (page === 'index') return <Contents />;
  if (page === 'notation') return <Notation />;
  if (page === 'teacher') return <Teacher />;
  return <ChapterText slug={page} />;
}

function headOf(page: LessonPage, language: LessonLocale): { title: string; summary: string } {
  if (page === 'index')
    return {
      title: t('Learn Bayes by Backprop'),
      summary: t(
        '{count} short chapters with live figures: from one weight and Bayes’ theorem to the whole of Bayes by Backprop.',
        { count: chapterSlugs.length },
      ),
    };
  if (page === 'notation') return { title: t('Notation'), summary: t(notationSummary) };
  if (page === 'teacher')
    return {
      title: t('For teachers'),
      summary: t(
        'Learning goals, plans for 10 and for 50 minutes, challenges, misconceptions and a worksheet.',
      ),
    };
  const { heading, summary } = chapterOf(page);
  return { title: heading[language], summary: summary[language] };
}
