import { t } from '../../i18n/index.ts';
import { useLesson } from './LessonContext.ts';

interface SourceOfProps {
  /** Relative to src: `reference/estimators.ts`. */
  readonly file: string;
  /** What is declared there. */
  readonly name: string;
}

/** What scrolls can be reached by keys. */
const scrollable = { tabIndex: 0 } as const;

/** A function of the engine, read from its file at build time, so that the text cannot become outdated. */
export function SourceOf({ file, name }: SourceOfProps) {
  const parts = useLesson().sources.sourceOf(file, name);
  return (
    <figure className="source">
      <figcaption>
        {t('From the engine itself:')} <code>src/{file}</code>
      </figcaption>
      <pre {...scrollable} role="group" aria-label={t('Source of {name}', { name })}>
        <code translate="no">
          {parts.map(({ text, kind }, index) =>
            kind === 'plain' ? (
              text
            ) : (
              <span key={index} className={kind}>
                {text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
