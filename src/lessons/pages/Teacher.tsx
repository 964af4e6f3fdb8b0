import type { ReactNode } from 'react';
import { challengeLink, challenges } from '../../experiment/link/challenges.ts';
import { t } from '../../i18n/index.ts';
import { fileOfPage } from '../addresses.ts';
import { type Slug, slugs } from '../chapters.ts';
import { exhibits } from '../exhibits/index.ts';
import { ExamFigure } from '../parts/ExamFigure.tsx';
import { parts } from '../parts/index.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { Play } from '../parts/Play.tsx';
import { Sketch } from '../parts/Sketch.tsx';
import { teacherTexts } from '../texts.ts';
import { bibtex } from './citation.ts';

/** The teacher's page: goals, plans, exam questions, misconceptions, and a worksheet, the only part that is printed. */
export function Teacher() {
  const Text = teacherTexts[useLesson().language];
  return (
    <>
      <header className="chapter-head">
        <h1>{t('For teachers')}</h1>
        <p className="summary">
          {t(
            'Plans for 90, 50 and 10 minutes, exam questions with answers, homework, misconceptions and a worksheet.',
          )}
        </p>
        <p>
          <button type="button" className="print">
            {t('Print the worksheet')}
          </button>
        </p>
      </header>
      <article className="text">
        <Text components={{ ...parts, ...teacherParts }} />
      </article>
    </>
  );
}

/** Links to the parts of this long page. */
function Jump({ children }: { readonly children: ReactNode }) {
  return (
    <nav className="jump" aria-label={t('On this page')}>
      {children}
    </nav>
  );
}

/** What an exam question asks for. */
const levels = {
  know: 'Know',
  compute: 'Compute',
  read: 'Read a figure',
  derive: 'Derive',
  judge: 'Judge',
} as const;

interface ExamProps {
  readonly level: keyof typeof levels;
  /** The question, and its `<Answer>`. */
  readonly children: ReactNode;
}

/** An exam question; the style sheet numbers them. */
function Exam({ level, children }: ExamProps) {
  return (
    <section className="exam">
      <p className="kicker">{t(levels[level])}</p>
      {children}
    </section>
  );
}

function Answer({ children }: { readonly children: ReactNode }) {
  return (
    <details>
      <summary>{t('Answer')}</summary>
      <div>{children}</div>
    </details>
  );
}

/** The stored picture of every exhibit, to download. */
function Pictures() {
  const { sources } = useLesson();
  return (
    <ul className="pictures">
      {Object.entries(exhibits)
        .filter(([name]) => sources.hasPicture(name))
        .map(([name, { title }]) => (
          <li key={name}>
            <a href={`../lessons/light/${name}.webp`} download>
              {t(title)}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** The BibTeX entry of the site. */
function Citation() {
  return (
    <pre className="citation">
      <code>{bibtex()}</code>
    </pre>
  );
}

/** Every challenge of the playground, with its task and the link that opens it. */
function Challenges() {
  return (
    <ul>
      {Object.entries(challenges).map(([id, challenge]) => (
        <li key={id}>
          <Play link={challengeLink(challenge)}>{t(challenge.title)}</Play>: {t(challenge.task)}
        </li>
      ))}
    </ul>
  );
}

interface ChapterProps {
  readonly of: Slug;
  readonly children: ReactNode;
}

/** A link to a chapter, where there is one. */
function Chapter({ of, children }: ChapterProps) {
  const { language } = useLesson();
  if (!slugs.includes(of)) return children;
  return (
    <a href={fileOfPage(of, language)} data-keeps-theme>
      {children}
    </a>
  );
}

function Worksheet({ children }: { readonly children: ReactNode }) {
  return (
    <section className="worksheet" id="worksheet">
      {children}
    </section>
  );
}

/** Lines to write on. */
function Lines({ count }: { readonly count: number }) {
  return (
    <div className="lines" aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  );
}

/** Components of the text beside those of every lesson. */
const teacherParts = {
  Answer,
  Challenges,
  Chapter,
  Citation,
  Exam,
  ExamFigure,
  Jump,
  Lines,
  Pictures,
  Sketch,
  Worksheet,
};
