import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { useLesson } from './LessonContext.ts';
import { Listing } from './Listing.tsx';

interface ProgramProps {
  /** A Python file, relative to src. */
  readonly file: string;
  /** What the program does. */
  readonly children: ReactNode;
}

/** A whole program to copy and run, read from its file at build time. */
export function Program({ file, children }: ProgramProps) {
  return (
    <figure className="source">
      <Listing label={t('A program in Python')} pieces={useLesson().sources.programOf(file)} />
      <figcaption>{children}</figcaption>
    </figure>
  );
}
