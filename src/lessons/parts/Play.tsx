import type { ReactNode } from 'react';
import { playgroundAddress } from '../addresses.ts';
import { useLesson } from './LessonContext.ts';

interface PlayProps {
  /** The playground's state, as after the # of its address. */
  readonly link: string;
  readonly children: ReactNode;
}

/** Opens the playground at the state that the text is about. */
export function Play({ link, children }: PlayProps) {
  return (
    <a className="play" href={playgroundAddress(useLesson().language, link)} data-keeps-theme>
      {children}
    </a>
  );
}
