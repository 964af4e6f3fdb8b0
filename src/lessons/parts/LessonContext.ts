import { createContext, useContext } from 'react';
import type { LessonLocale } from '../../i18n/lessonLocales.ts';
import type { LessonSources } from '../sources.ts';

/** Context of every lesson part: the language, and access to the sources it shows. */
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
