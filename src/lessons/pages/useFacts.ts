import { type ChapterFacts, chapterFacts } from '../chapterFacts.ts';
import type { Slug } from '../chapters.ts';
import { useLesson } from '../parts/LessonContext.ts';

/** A function that computes reading time and exhibits of a chapter in the language of the page. */
export function useFacts(): (slug: Slug) => ChapterFacts {
  const { language, sources } = useLesson();
  return (slug) => chapterFacts(sources.textOf(slug, language));
}
