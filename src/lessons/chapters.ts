import type { LanguageId } from '../words/languages.ts';

/** The languages that lessons are written in. */
export const lessonLanguages = ['en', 'de'] as const satisfies readonly LanguageId[];

export type LessonLanguage = (typeof lessonLanguages)[number];

/** What is known of a chapter besides its text, which is `chapters/<language>/<slug>.mdx`. */
export interface Chapter {
  readonly heading: Readonly<Record<LessonLanguage, string>>;
  /** One line, for the contents page and for search engines. */
  readonly summary: Readonly<Record<LessonLanguage, string>>;
  /** The playground's state that the chapter opens, as a link. */
  readonly link: string;
}

/** The chapters in their order, by their slugs: public, never renamed. */
export const chapters = {
  'one-weight': {
    heading: { en: 'One weight, and Bayes’ theorem', de: 'Ein Gewicht und der Satz von Bayes' },
    summary: {
      en: 'A model small enough to know everything about: drag the data, watch the exact posterior move.',
      de: 'Ein Modell, über das man alles wissen kann: Daten ziehen und zusehen, wie die exakte A-posteriori-Verteilung wandert.',
    },
    link: 'dataset.id=custom&dataset.points=M9Az1THQM7M2BNOWAA&dataset.standardize=false&dataset.xDomain=-2,2&dataset.yDomain=-2,2&network.hidden=none&network.activation=linear&prior.sigma=0.5&likelihood.noise=0.3&likelihood.learn=false',
  },
} as const satisfies Record<string, Chapter>;

export type Slug = keyof typeof chapters;

export const slugs = Object.keys(chapters) as Slug[];

/** The registry's entry as a chapter, whatever its own type. */
export function chapterOf(slug: Slug): Chapter {
  return chapters[slug];
}
