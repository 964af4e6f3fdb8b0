import type { MDXContent } from 'mdx/types';
import bayesByBackpropDe from './chapters/de/bayes-by-backprop.mdx';
import localReparameterisationDe from './chapters/de/local-reparameterisation.mdx';
import oneWeightDe from './chapters/de/one-weight.mdx';
import reparameterisationDe from './chapters/de/reparameterisation.mdx';
import simplerQDe from './chapters/de/simpler-q.mdx';
import bayesByBackpropEn from './chapters/en/bayes-by-backprop.mdx';
import localReparameterisationEn from './chapters/en/local-reparameterisation.mdx';
import oneWeightEn from './chapters/en/one-weight.mdx';
import averagingDe from './chapters/de/averaging.mdx';
import distributionDe from './chapters/de/distribution.mdx';
import intractableDe from './chapters/de/intractable.mdx';
import averagingEn from './chapters/en/averaging.mdx';
import distributionEn from './chapters/en/distribution.mdx';
import intractableEn from './chapters/en/intractable.mdx';
import reparameterisationEn from './chapters/en/reparameterisation.mdx';
import simplerQEn from './chapters/en/simpler-q.mdx';
import convolutionalDe from './chapters/de/convolutional.mdx';
import furtherReadingDe from './chapters/de/further-reading.mdx';
import meanFieldDe from './chapters/de/mean-field.mdx';
import recurrentDe from './chapters/de/recurrent.mdx';
import whatItBuysDe from './chapters/de/what-it-buys.mdx';
import convolutionalEn from './chapters/en/convolutional.mdx';
import furtherReadingEn from './chapters/en/further-reading.mdx';
import meanFieldEn from './chapters/en/mean-field.mdx';
import recurrentEn from './chapters/en/recurrent.mdx';
import whatItBuysEn from './chapters/en/what-it-buys.mdx';
import type { LessonLanguage, Slug } from './chapters.ts';
import teacherDe from './pages/teacher.de.mdx';
import teacherEn from './pages/teacher.en.mdx';

/** The text of every chapter in every language; only the program that renders pages holds them. */
export const texts: Readonly<Record<Slug, Readonly<Record<LessonLanguage, MDXContent>>>> = {
  distribution: { en: distributionEn, de: distributionDe },
  'one-weight': { en: oneWeightEn, de: oneWeightDe },
  averaging: { en: averagingEn, de: averagingDe },
  intractable: { en: intractableEn, de: intractableDe },
  'simpler-q': { en: simplerQEn, de: simplerQDe },
  reparameterisation: { en: reparameterisationEn, de: reparameterisationDe },
  'local-reparameterisation': { en: localReparameterisationEn, de: localReparameterisationDe },
  'bayes-by-backprop': { en: bayesByBackpropEn, de: bayesByBackpropDe },
  'what-it-buys': { en: whatItBuysEn, de: whatItBuysDe },
  convolutional: { en: convolutionalEn, de: convolutionalDe },
  recurrent: { en: recurrentEn, de: recurrentDe },
  'mean-field': { en: meanFieldEn, de: meanFieldDe },
  'further-reading': { en: furtherReadingEn, de: furtherReadingDe },
};

/** The text of the teacher's page. */
export const teacherTexts: Readonly<Record<LessonLanguage, MDXContent>> = { en: teacherEn, de: teacherDe };
