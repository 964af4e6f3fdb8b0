import type { ReactNode } from 'react';
import { currentLocale, t } from '../../i18n/index.ts';
import { type GlossaryTerm, glossary } from '../../plots/frame/glossary.ts';
import { fileOfPage } from '../addresses.ts';
import { chapterOf, type Slug } from '../chapters.ts';
import { notationEntry, type SymbolId } from '../notation/notation.ts';
import { termsOfChapters } from '../notation/termsOfChapters.ts';
import { parts } from '../parts/index.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { notationTexts } from '../texts.ts';
import { labelOf } from './chapterLabel.ts';

export const notationSummary =
  'Every symbol of the chapters: how to say it, what it is, where it is introduced, and its name in the playground. Then the words.';

/** The notation page: the symbols of the chapters, and the words of the glossary. */
export function Notation() {
  const { language } = useLesson();
  const Text = notationTexts[language];
  return (
    <>
      <header className="chapter-head">
        <h1>{t('Notation')}</h1>
        <p className="summary">{t(notationSummary)}</p>
      </header>
      <article className="text notation">
        <p className="all-symbols" hidden>
          {t('These are the symbols of one formula.')}{' '}
          <a href={fileOfPage('notation', language)} data-keeps-theme>
            {t('Show all symbols')}
          </a>
        </p>
        <Text components={{ ...parts, Entry, Formula: Unlinked }} />
        <Words />
      </article>
    </>
  );
}

/** A formula of this page itself. */
function Unlinked({ children }: { readonly children: ReactNode }) {
  return <div className="formula">{children}</div>;
}

interface EntryProps {
  readonly id: SymbolId;
  /** How to say it. */
  readonly say: string;
  /** The symbol, then what it is. */
  readonly children: ReactNode;
}

function Entry({ id, say, children }: EntryProps) {
  const { chapter, screenName } = notationEntry(id);
  return (
    <section className="entry" id={`symbol-${id}`} data-symbol={id} aria-label={say}>
      <p className="say">{say}</p>
      {children}
      <p className="where">
        <ChapterLink slug={chapter} />
        {screenName && ` · ${t('in the playground: {name}', { name: t(screenName) })}`}
      </p>
    </section>
  );
}

/** The technical words of the interface and of the chapters, in alphabetical order. */
function Words() {
  const terms: readonly GlossaryTerm[] = [...Object.values(glossary), ...termsOfChapters];
  const order = new Intl.Collator(currentLocale().tag);
  const words = terms
    .map(({ word, sentence, chapter }) => ({
      word: t(word),
      sentence: t(sentence),
      chapter: chapter as Slug,
    }))
    .toSorted((a, b) => order.compare(a.word, b.word));
  return (
    <dl className="words">
      {words.map(({ word, sentence, chapter }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {sentence} <ChapterLink slug={chapter} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A link to a chapter or an appendix, with its number or letter. */
function ChapterLink({ slug }: { readonly slug: Slug }) {
  const { language } = useLesson();
  return (
    <a href={fileOfPage(slug, language)} title={chapterOf(slug).heading[language]} data-keeps-theme>
      {labelOf(slug)}
    </a>
  );
}
