import { t } from '../../i18n/index.ts';
import { fileOfPage, playgroundAddress } from '../addresses.ts';
import { chapterOf, slugs } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';

/** The contents: every chapter with its summary. */
export function Contents() {
  const { language } = useLesson();
  return (
    <>
      <header className="chapter-head">
        <h1>{t('Learn how a network knows what it does not know')}</h1>
        <p className="summary">
          {t(
            'A network that gives its weights distributions can say “I do not know”. These chapters build one from nothing: each asks what you expect, lets you try it live, and ends with a question.',
          )}
        </p>
      </header>
      <ol className="contents">
        {slugs.map((slug) => {
          const { heading, summary } = chapterOf(slug);
          return (
            <li key={slug}>
              <a href={fileOfPage(slug, language)} data-keeps-theme>
                {heading[language]}
              </a>
              <p>{summary[language]}</p>
            </li>
          );
        })}
      </ol>
      <p className="aside">
        <a href={fileOfPage('notation', language)} data-keeps-theme>
          {t('Notation')}
        </a>
        {': '}
        {t('every symbol and every technical word.')}
      </p>
      <p className="aside">
        <a href={fileOfPage('teacher', language)} data-keeps-theme>
          {t('For teachers')}
        </a>
        {': '}
        {t('Learning goals, plans for 10 and for 50 minutes, challenges, misconceptions and a worksheet.')}
      </p>
      <p className="aside">
        <a href={playgroundAddress(language)} data-keeps-theme>
          {t('To the playground')}
        </a>
        {': '}
        {t('all of it at once, with your own data.')}
      </p>
    </>
  );
}
