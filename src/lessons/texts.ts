import type { MDXContent } from 'mdx/types';
import type { LessonLocale } from '../i18n/lessonLocales.ts';
import averagingDe from './chapters/de/averaging.mdx';
import bayesByBackpropDe from './chapters/de/bayes-by-backprop.mdx';
import bitsBackDe from './chapters/de/bits-back.mdx';
import convolutionalDe from './chapters/de/convolutional.mdx';
import distributionDe from './chapters/de/distribution.mdx';
import furtherReadingDe from './chapters/de/further-reading.mdx';
import intractableDe from './chapters/de/intractable.mdx';
import localReparameterisationDe from './chapters/de/local-reparameterisation.mdx';
import meanFieldDe from './chapters/de/mean-field.mdx';
import oneWeightDe from './chapters/de/one-weight.mdx';
import recurrentDe from './chapters/de/recurrent.mdx';
import reparameterisationDe from './chapters/de/reparameterisation.mdx';
import sharpeningDe from './chapters/de/sharpening.mdx';
import simplerQDe from './chapters/de/simpler-q.mdx';
import whatItBuysDe from './chapters/de/what-it-buys.mdx';
import averagingEn from './chapters/en/averaging.mdx';
import bayesByBackpropEn from './chapters/en/bayes-by-backprop.mdx';
import bitsBackEn from './chapters/en/bits-back.mdx';
import convolutionalEn from './chapters/en/convolutional.mdx';
import distributionEn from './chapters/en/distribution.mdx';
import furtherReadingEn from './chapters/en/further-reading.mdx';
import intractableEn from './chapters/en/intractable.mdx';
import localReparameterisationEn from './chapters/en/local-reparameterisation.mdx';
import meanFieldEn from './chapters/en/mean-field.mdx';
import oneWeightEn from './chapters/en/one-weight.mdx';
import recurrentEn from './chapters/en/recurrent.mdx';
import reparameterisationEn from './chapters/en/reparameterisation.mdx';
import sharpeningEn from './chapters/en/sharpening.mdx';
import simplerQEn from './chapters/en/simpler-q.mdx';
import whatItBuysEn from './chapters/en/what-it-buys.mdx';
import type { Slug } from './chapters.ts';
import notationDe from './pages/notation.de.mdx';
import notationEn from './pages/notation.en.mdx';
import teacherDe from './pages/teacher.de.mdx';
import teacherEn from './pages/teacher.en.mdx';

/** The texts of all chapters and appendices. Only `render.tsx` imports them, which runs when the site is built. */
export const texts: Readonly<Record<Slug, Readonly<Record<LessonLocale, MDXContent>>>> = {
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
  'bits-back': { en: bitsBackEn, de: bitsBackDe },
  sharpening: { en: sharpeningEn, de: sharpeningDe },
};

/** The symbols of the notation page. */
export const notationTexts: Readonly<Record<LessonLocale, MDXContent>> = { en: notationEn, de: notationDe };

/** The text of the teacher's page. */
export const teacherTexts: Readonly<Record<LessonLocale, MDXContent>> = { en: teacherEn, de: teacherDe };
