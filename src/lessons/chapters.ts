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
  distribution: {
    heading: { en: 'A network is a distribution', de: 'Ein Netz ist eine Verteilung' },
    summary: {
      en: 'Show a reader of digits a red car. What do its ten numbers say, and what should they?',
      de: 'Ein Ziffernleser sieht ein rotes Auto. Was sagen seine zehn Zahlen, und was sollten sie sagen?',
    },
    link: 'dataset.id=digits&network.kind=dense&network.hidden=32&prediction.samples=100',
  },
  'one-weight': {
    heading: { en: 'One weight, and Bayes’ theorem', de: 'Ein Gewicht und der Satz von Bayes' },
    summary: {
      en: 'A model small enough to know everything about: drag the data, watch the exact posterior move.',
      de: 'Ein Modell, über das man alles wissen kann: Daten ziehen und zusehen, wie die exakte A-posteriori-Verteilung wandert.',
    },
    link: 'dataset.id=custom&dataset.points=M9Az1THQM7M2BNOWAA&dataset.standardize=false&dataset.xDomain=-2,2&dataset.yDomain=-2,2&network.hidden=none&network.activation=linear&prior.sigma=0.5&likelihood.noise=0.3&likelihood.learn=false',
  },
  averaging: {
    heading: { en: 'Predicting is averaging', de: 'Vorhersagen heißt mitteln' },
    summary: {
      en: 'Not the best network speaks but all of them, each as loudly as it is plausible; and that is less sure.',
      de: 'Nicht das beste Netz spricht, sondern alle, jedes so laut, wie es plausibel ist; und das ist weniger sicher.',
    },
    link: 'dataset.id=custom&dataset.points=JcfBDQAgEALBhjgCGs8H_fdl1NfOltlQyvSNuKCI88-AIzYcP5sbPg&dataset.task=classification&dataset.standardize=false&network.hidden=none&network.activation=linear&prior.sigma=3&prediction.samples=200',
  },
  intractable: {
    heading: { en: 'Why not just integrate? Count the grid', de: 'Warum nicht einfach integrieren? Das Gitter zählen' },
    summary: {
      en: 'Ten points along each weight, eighty weights: as many cells as the universe has atoms.',
      de: 'Zehn Punkte je Gewicht, achtzig Gewichte: so viele Zellen, wie das Universum Atome hat.',
    },
    link: 'network.hidden=50',
  },
} as const satisfies Record<string, Chapter>;

export type Slug = keyof typeof chapters;

export const slugs = Object.keys(chapters) as Slug[];

/** The registry's entry as a chapter, whatever its own type. */
export function chapterOf(slug: Slug): Chapter {
  return chapters[slug];
}
