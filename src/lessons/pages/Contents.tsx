import { t } from '../../i18n/index.ts';
import { fileOfPage, playgroundAddress } from '../addresses.ts';
import { MINUTES_PER_EXHIBIT, WORDS_PER_MINUTE } from '../chapterFacts.ts';
import { appendixSlugs, chapterSlugs, type Slug } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { ChapterCard } from './ChapterCard.tsx';
import { Paths } from './Paths.tsx';
import { Prerequisites } from './Prerequisites.tsx';

/** The contents: what a reader needs, three paths through the chapters, and every chapter and appendix as a card. */
export function Contents() {
  const { language } = useLesson();
  return (
    <>
      <header className="chapter-head">
        <h1>{t('Learn Bayes by Backprop')}</h1>
        <p className="summary">
          {t(
            'A network whose weights are distributions can say how sure it is. These chapters start with one weight and end with the limits of the method. Each asks what you expect, shows it in a live figure, and ends with a question.',
          )}
        </p>
        <Prerequisites />
      </header>
      <section className="wide" aria-labelledby="paths">
        <h2 id="paths">{t('Three paths')}</h2>
        <Paths />
      </section>
      <section className="wide" aria-labelledby="chapters">
        <h2 id="chapters">{t('Chapters')}</h2>
        <Cards of={chapterSlugs} />
      </section>
      <section className="wide" aria-labelledby="appendices">
        <h2 id="appendices">{t('Appendices')}</h2>
        <Cards of={appendixSlugs} />
        <p className="note">
          {t(
            'Reading times: {words} words a minute, and {minutes, plural, one {# minute} other {# minutes}} for each live figure.',
            { words: WORDS_PER_MINUTE, minutes: MINUTES_PER_EXHIBIT },
          )}
        </p>
      </section>
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
        {t(
          'Plans for 90, 50 and 10 minutes, exam questions with answers, homework, misconceptions and a worksheet.',
        )}
      </p>
      <p className="aside">
        <a href={playgroundAddress(language)} data-keeps-theme>
          {t('To the playground')}
        </a>
        {': '}
        {t('train the networks of all chapters, also with your own data.')}
      </p>
    </>
  );
}

function Cards({ of }: { readonly of: readonly Slug[] }) {
  return (
    <ol className="cards">
      {of.map((slug) => (
        <ChapterCard key={slug} slug={slug} />
      ))}
    </ol>
  );
}
