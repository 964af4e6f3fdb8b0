import type { ReactNode } from 'react';
import { challengeLink, challenges } from '../../experiment/link/challenges.ts';
import { t } from '../../i18n/index.ts';
import { fileOfPage } from '../addresses.ts';
import { type Slug, slugs } from '../chapters.ts';
import { parts } from '../parts/index.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { Play } from '../parts/Play.tsx';
import { Sketch } from '../parts/Sketch.tsx';
import { teacherTexts } from '../texts.ts';

/** The teacher's page: goals, plans, challenges, misconceptions, and a worksheet, the only part that is printed. */
export function Teacher() {
  const Text = teacherTexts[useLesson().language];
  return (
    <>
      <header className="chapter-head">
        <h1>{t('For teachers')}</h1>
        <p className="summary">
          {t('Learning goals, plans for 10 and for 50 minutes, challenges, misconceptions and a worksheet.')}
        </p>
        <p>
          <button type="button" className="print">
            {t('Print the worksheet')}
          </button>
        </p>
      </header>
      <article className="text">
        <Text components={{ ...parts, Challenges, Chapter, Worksheet, Lines, Sketch }} />
      </article>
    </>
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
  return <section className="worksheet">{children}</section>;
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
