import { t } from '../../i18n/index.ts';
import { fileOfPage, playgroundAddress } from '../addresses.ts';
import { chapterOf, chapterSlugs, isAppendix, type Slug, slugs } from '../chapters.ts';
import { parts } from '../parts/index.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { texts } from '../texts.ts';
import { labelOf } from './chapterLabel.ts';
import { PathLinks } from './Paths.tsx';
import { useFacts } from './useFacts.ts';

/** A chapter or an appendix: its title, its text, and links to its neighbours. */
export function ChapterText({ slug }: { readonly slug: Slug }) {
  const { language } = useLesson();
  const Text = texts[slug][language];
  const { heading, summary, link } = chapterOf(slug);
  const { minutes } = useFacts()(slug);
  const place = slugs.indexOf(slug);
  return (
    <>
      <header className="chapter-head">
        <p className="kicker">
          {isAppendix(slug)
            ? labelOf(slug)
            : t('Chapter {number} of {count}', { number: place + 1, count: chapterSlugs.length })}
          {' · '}
          {t('{minutes} min', { minutes })}
        </p>
        <h1>{heading[language]}</h1>
        <p className="summary">{summary[language]}</p>
      </header>
      <article className="text">
        <Text components={parts} />
      </article>
      <PathLinks slug={slug} />
      <nav className="turn" aria-label={t('Chapters before and after')}>
        <Turn slug={slugs[place - 1]} words={t('Before')} rel="prev" />
        <a className="playground" href={playgroundAddress(language, link)} data-keeps-theme>
          <span>{t('The same in the playground')}</span> {t('Open it')}
        </a>
        <Turn slug={slugs[place + 1]} words={t('Next')} rel="next" />
      </nav>
    </>
  );
}

function Turn({
  slug,
  words,
  rel,
}: {
  readonly slug: Slug | undefined;
  readonly words: string;
  readonly rel: 'prev' | 'next';
}) {
  const { language } = useLesson();
  const [file, title] = slug
    ? [fileOfPage(slug, language), chapterOf(slug).heading[language]]
    : [fileOfPage('index', language), t('Contents')];
  return (
    <a className={rel} href={file} {...(slug ? { rel } : {})} data-keeps-theme>
      <span>{words}</span> {title}
    </a>
  );
}
