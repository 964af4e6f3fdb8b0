import type { MDXContent } from 'mdx/types';
import oneWeightDe from './chapters/de/one-weight.mdx';
import oneWeightEn from './chapters/en/one-weight.mdx';
import type { LessonLanguage, Slug } from './chapters.ts';

/** The text of every chapter in every language; only the program that renders pages holds them. */
export const texts: Readonly<Record<Slug, Readonly<Record<LessonLanguage, MDXContent>>>> = {
  'one-weight': { en: oneWeightEn, de: oneWeightDe },
};
