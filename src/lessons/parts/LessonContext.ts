import { createContext, useContext } from 'react';
import type { LessonLocale } from '../../i18n/lessonLocales.ts';
import type { LessonSources } from '../sources.ts';

/** What every part of a page knows: its language, and where to read what it shows of other files. */
export interface Lesson {
  readonly language: LessonLocale;
  readonly sources: LessonSources;
}

export const LessonContext = createContext<Lesson | null>(null);

export function useLesson(): Lesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('parts of a lesson need a LessonContext around them');
  return lesson;
}
