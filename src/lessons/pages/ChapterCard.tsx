import { t } from '../../i18n/index.ts';
import { fileOfPage } from '../addresses.ts';
import { chapterOf, type Slug } from '../chapters.ts';
import { exhibitEntry } from '../exhibits/index.ts';
import { ExhibitPicture } from '../parts/ExhibitPicture.tsx';
import { useLesson } from '../parts/LessonContext.ts';
import { pathsThrough } from '../paths.ts';
import { labelOf } from './chapterLabel.ts';
import { useFacts } from './useFacts.ts';

/** A chapter on the contents page: picture, number, reading time, heading, summary, prerequisites, and its paths. */
export function ChapterCard({ slug }: { readonly slug: Slug }) {
  const { language } = useLesson();
  const { heading, summary, needs } = chapterOf(slug);
  const { minutes, exhibits } = useFacts()(slug);
  const [first] = exhibits;
  const marks = pathsThrough(slug);
  return (
    <li className="card">
      {first && (
        <div className="card-picture">
          <ExhibitPicture
            name={first}
            alt={t('A picture of the exhibit “{title}”', { title: t(exhibitEntry(first).title) })}
          />
        </div>
      )}
      <div className="card-text">
        <p className="facts">
          <span>{labelOf(slug)}</span>
          <span>{t('{minutes} min', { minutes })}</span>
          {marks.map(({ label }) => (
            <span key={label} className="mark">
              {t(label)}
            </span>
          ))}
        </p>
        <h3>
          <a href={fileOfPage(slug, language)} data-keeps-theme>
            {heading[language]}
          </a>
        </h3>
        <p>{summary[language]}</p>
        {needs.length > 0 && (
          <p className="needs">
            {t('Builds on')}{' '}
            {(needs as readonly Slug[]).map((needed, index) => (
              <span key={needed}>
                {index > 0 && ', '}
                <a
                  href={fileOfPage(needed, language)}
                  title={chapterOf(needed).heading[language]}
                  data-keeps-theme
                >
                  {labelOf(needed)}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
