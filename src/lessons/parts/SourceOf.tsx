import { t } from '../../i18n/index.ts';
import { useLesson } from './LessonContext.ts';

interface SourceOfProps {
  /** Relative to src: `reference/estimators.ts`. */
  readonly file: string;
  /** What is declared there. */
  readonly name: string;
  /** Of an object, the properties to show, separated by spaces; default: all. */
  readonly only?: string;
}

/** A function of the engine, read from its file at build time, so that the text cannot become outdated. */
export function SourceOf({ file, name, only }: SourceOfProps) {
  const parts = useLesson().sources.sourceOf(file, name, only?.split(' '));
  return (
    <figure className="source">
      <figcaption>
        {t('From the engine itself:')} <code>src/{file}</code>
      </figcaption>
      <pre role="group" aria-label={t('Source of {name}', { name })}>
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
