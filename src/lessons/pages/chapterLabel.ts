import { t } from '../../i18n/index.ts';
import { appendixSlugs, chapterSlugs, isAppendix, type Slug } from '../chapters.ts';

const LETTERS = 'AB';

/** “Chapter 3”, “Appendix A”. */
export function labelOf(slug: Slug): string {
  return isAppendix(slug)
    ? t('Appendix {letter}', { letter: LETTERS[appendixSlugs.indexOf(slug)] ?? '' })
    : t('Chapter {number}', { number: chapterSlugs.indexOf(slug) + 1 });
}
