import { t } from '../../i18n/index.ts';
import { fileOfPage } from '../addresses.ts';
import { type ChapterSlug, chapterOf, chapterSlugs, type Slug } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';
import { type Path, paths, pathsThrough } from '../paths.ts';
import { useFacts } from './useFacts.ts';

/** The marked paths with their reading times; the chapters of the shorter ones as links in order. */
export function Paths() {
  const factsOf = useFacts();
  return (
    <ul className="paths">
      {Object.values<Path>(paths).map((path) => {
        const minutes = path.chapters.reduce((sum, slug) => sum + factsOf(slug).minutes, 0);
        return (
          <li key={path.label}>
            <h3>
              {t(path.label)} <span>{t('{minutes} min', { minutes })}</span>
            </h3>
            <p>{t(path.about)}</p>
            <ol>
              {shownOf(path).map((slug) => (
                <li key={slug ?? 'more'}>{slug ? <ChapterLink slug={slug} /> : '…'}</li>
              ))}
            </ol>
          </li>
        );
      })}
    </ul>
  );
}

/** The chapters of a path; null for those left out of a long one. */
function shownOf({ chapters }: Path): readonly (ChapterSlug | null)[] {
  return chapters.length > 4 ? [chapters[0]!, null, chapters.at(-1)!] : chapters;
}

/** For each marked path that a chapter is on: its place, and the chapters before and after it on that path. */
export function PathLinks({ slug }: { readonly slug: Slug }) {
  const marked = pathsThrough(slug);
  if (marked.length === 0) return null;
  return (
    <nav className="path-links" aria-label={t('Marked paths')}>
      {marked.map(({ label, chapters }) => {
        const place = (chapters as readonly Slug[]).indexOf(slug);
        const next = chapters[place + 1];
        return (
          <p key={label}>
            <span className="mark">{t(label)}</span>{' '}
            {t('{place} of {count} on this path.', { place: place + 1, count: chapters.length })}{' '}
            {next ? (
              <>
                {t('Next:')} <ChapterLink slug={next} />
              </>
            ) : (
              t('This is its last chapter.')
            )}
          </p>
        );
      })}
    </nav>
  );
}

function ChapterLink({ slug }: { readonly slug: ChapterSlug }) {
  const { language } = useLesson();
  const number = chapterSlugs.indexOf(slug) + 1;
  return (
    <a href={fileOfPage(slug, language)} data-keeps-theme>
      {number}. {chapterOf(slug).heading[language]}
    </a>
  );
}
