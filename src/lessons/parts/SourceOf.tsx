import { t } from '../../i18n/index.ts';
import { useLesson } from './LessonContext.ts';
import { Listing } from './Listing.tsx';

interface SourceOfProps {
  /** Relative to src: `reference/estimators.ts`. */
  readonly file: string;
  /** What is declared there. */
  readonly name: string;
  /** Of an object, the properties to show, separated by spaces; default: all. */
  readonly only?: string;
}

/**
 * A function of the engine, read from its file at build time, so that the text cannot become outdated. It is folded; in
 * print it stands as it is on the screen.
 */
export function SourceOf({ file, name, only }: SourceOfProps) {
  const pieces = useLesson().sources.sourceOf(file, name, only?.split(' '));
  return (
    <figure className="source">
      <details>
        <summary>
          {t('Show the code:')} <code>{name}</code> <span className="file">(src/{file})</span>
        </summary>
        <Listing label={t('Source of {name}', { name })} pieces={pieces} />
      </details>
    </figure>
  );
}
