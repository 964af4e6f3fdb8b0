import type { MDXContent } from 'mdx/types';
import oneWeightDe from './chapters/de/one-weight.mdx';
import oneWeightEn from './chapters/en/one-weight.mdx';
import averagingDe from './chapters/de/averaging.mdx';
import distributionDe from './chapters/de/distribution.mdx';
import intractableDe from './chapters/de/intractable.mdx';
import averagingEn from './chapters/en/averaging.mdx';
import distributionEn from './chapters/en/distribution.mdx';
import intractableEn from './chapters/en/intractable.mdx';
import type { LessonLanguage, Slug } from './chapters.ts';
import teacherDe from './pages/teacher.de.mdx';
import teacherEn from './pages/teacher.en.mdx';

/** The text of every chapter in every language; only the program that renders pages holds them. */
export const texts: Readonly<Record<Slug, Readonly<Record<LessonLanguage, MDXContent>>>> = {
  distribution: { en: distributionEn, de: distributionDe },
  'one-weight': { en: oneWeightEn, de: oneWeightDe },
  averaging: { en: averagingEn, de: averagingDe },
  intractable: { en: intractableEn, de: intractableDe },
};

/** The text of the teacher's page. */
export const teacherTexts: Readonly<Record<LessonLanguage, MDXContent>> = { en: teacherEn, de: teacherDe };
