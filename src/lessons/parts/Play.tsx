import type { ReactNode } from 'react';
import { playgroundAddress } from '../addresses.ts';
import { useLesson } from './LessonContext.ts';

interface PlayProps {
  /** The link of the experiment, as after the # of the address. */
  readonly link: string;
  readonly children: ReactNode;
}

/** Opens the playground with the experiment that the text describes. */
export function Play({ link, children }: PlayProps) {
  return (
    <a className="play" href={playgroundAddress(useLesson().language, link)} data-keeps-theme>
      {children}
    </a>
  );
}
