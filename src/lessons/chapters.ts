import type { LessonLocale } from '../i18n/lessonLocales.ts';

/** The metadata of a chapter or an appendix; its text is `chapters/<locale>/<slug>.mdx`. */
export interface Chapter {
  readonly heading: Readonly<Record<LessonLocale, string>>;
  /** One line, for the contents page and the meta description. */
  readonly summary: Readonly<Record<LessonLocale, string>>;
  /** The state of the playground that the chapter links to. */
  readonly link: string;
  /** Slugs of the earlier chapters that it builds on directly. */
  readonly needs: readonly string[];
}

/** The chapters in reading order, by slug. Slugs are part of public URLs: never rename one. */
export const chapters = {
  distribution: {
    heading: { en: 'A network is a distribution', de: 'Ein Netz ist eine Verteilung' },
    summary: {
      en: 'Two networks fit the same points; beyond them, only one of them shows doubt. Which would you trust?',
      de: 'Zwei Netze passen zu denselben Punkten; jenseits davon zeigt nur eines Zweifel. Welchem von beiden würden Sie trauen?',
    },
    link: 'dataset.id=blundell&view.step=3000',
    needs: [],
  },
  'one-weight': {
    heading: { en: 'One weight, and Bayes’ theorem', de: 'Ein Gewicht und der Satz von Bayes' },
    summary: {
      en: 'Drag a few points and watch the exact posterior of a single weight move.',
      de: 'Ziehen Sie ein paar Punkte und sehen Sie, wie sich der exakte Posterior eines einzigen Gewichts verschiebt.',
    },
    link: 'dataset.id=custom&dataset.points=M9Az1THQM7M2BNOWAA&dataset.standardize=false&dataset.xDomain=-2,2&dataset.yDomain=-2,2&network.hidden=none&network.activation=linear&prior.sigma=0.5&likelihood.noise=0.3&likelihood.learn=false',
    needs: ['distribution'],
  },
  averaging: {
    heading: { en: 'Predicting is averaging', de: 'Vorhersagen heißt mitteln' },
    summary: {
      en: 'A prediction averages over all weights, each weighted by its posterior probability. That is usually less certain than the best weights alone.',
      de: 'Eine Vorhersage mittelt über alle Gewichte, jedes nach seiner Posterior-Wahrscheinlichkeit. Das ist meist weniger sicher als die besten Gewichte allein.',
    },
    link: 'dataset.id=custom&dataset.points=JcfBDQAgEALBhjgCGs8H_fdl1NfOltlQyvSNuKCI88-AIzYcP5sbPg&dataset.task=classification&dataset.standardize=false&network.hidden=none&network.activation=linear&prior.sigma=3&prediction.samples=200',
    needs: ['distribution'],
  },
  intractable: {
    heading: {
      en: 'Why not just integrate? Count the grid',
      de: 'Warum nicht einfach integrieren? Das Gitter zählen',
    },
    summary: {
      en: 'A grid with ten points along each of eighty weights has as many cells as the universe has atoms.',
      de: 'Ein Gitter mit zehn Punkten entlang jedes von achtzig Gewichten hat so viele Zellen, wie das Universum Atome hat.',
    },
    link: 'network.hidden=50',
    needs: ['one-weight', 'averaging'],
  },
  'simpler-q': {
    heading: { en: 'A simpler q', de: 'Ein einfacheres q' },
    summary: {
      en: 'Replace the posterior by the closest Gaussian, and see what the direction of the KL divergence changes.',
      de: 'Ersetzen Sie den Posterior durch die nächste Gauß-Verteilung und sehen Sie, was die Richtung der KL-Divergenz ändert.',
    },
    link: 'dataset.id=cubic&network.hidden=3&network.activation=tanh&likelihood.noise=6&inference.initialSigma=0.1',
    needs: ['one-weight'],
  },
  reparameterisation: {
    heading: { en: 'The reparameterisation trick', de: 'Der Reparametrisierungstrick' },
    summary: {
      en: 'Differentiate through a random draw: hold the noise fixed, and change the mean and the width.',
      de: 'Durch eine zufällige Ziehung hindurch differenzieren: das Rauschen festhalten, Mittelwert und Breite ändern.',
    },
    link: 'dataset.id=blundell&network.hidden=16&inference.estimator=weight-sampling&inference.samples=1&view.draw=resampled&view.panels=controls,predictive,weights,network',
    needs: ['simpler-q'],
  },
  'local-reparameterisation': {
    heading: {
      en: 'Local reparameterisation, and what it is not',
      de: 'Lokale Reparametrisierung, und was sie nicht ist',
    },
    summary: {
      en: 'Three estimators of the same gradient: where each draws its noise, and how much variance is left.',
      de: 'Drei Schätzer desselben Gradienten: wo jeder sein Rauschen zieht und wie viel Varianz bleibt.',
    },
    link: 'dataset.id=blundell&network.hidden=32&inference.estimator=local-reparameterization&inference.initialSigma=0.2',
    needs: ['reparameterisation'],
  },
  'bayes-by-backprop': {
    heading: { en: 'Bayes by Backprop, whole', de: 'Bayes by Backprop im Ganzen' },
    summary: {
      en: 'The algorithm in six lines, and every number of one step on a network of seven weights.',
      de: 'Der Algorithmus in sechs Zeilen und jede Zahl eines Schritts an einem Netz mit sieben Gewichten.',
    },
    link: 'dataset.id=cubic&dataset.size=12&network.hidden=2&network.activation=tanh&prior.sigma=1&likelihood.noise=15&likelihood.learn=false&inference.estimator=weight-sampling&inference.kl=monte-carlo&inference.samples=1&inference.initialSigma=0.3&inference.optimizer.kind=sgd&inference.optimizer.learningRate=0.002&view.panels=controls,predictive,network,weights,step',
    needs: ['simpler-q', 'reparameterisation'],
  },
  'what-it-buys': {
    heading: { en: 'What it buys', de: 'Was es bringt' },
    summary: {
      en: 'Two kinds of uncertainty, and weights that can be removed.',
      de: 'Zwei Arten von Unsicherheit, und Gewichte, die man entfernen kann.',
    },
    link: 'dataset.id=moons&view.step=3000&prediction.pruned=0.9',
    needs: ['averaging', 'bayes-by-backprop'],
  },
  convolutional: {
    heading: { en: 'Convolutional networks', de: 'Faltende Netze' },
    summary: {
      en: 'Filters whose weights have distributions: two convolutions give the mean and the variance of every response.',
      de: 'Filter, deren Gewichte Verteilungen haben: Zwei Faltungen geben Mittelwert und Varianz jeder Antwort.',
    },
    link: 'dataset.id=digits',
    needs: ['local-reparameterisation', 'bayes-by-backprop'],
  },
  recurrent: {
    heading: { en: 'Recurrent networks', de: 'Rekurrente Netze' },
    summary: {
      en: 'One draw of the weights for a whole sequence, and one complexity cost for all of it.',
      de: 'Eine Ziehung der Gewichte für eine ganze Folge, und einmal Komplexitätskosten für alles.',
    },
    link: 'dataset.id=damped-oscillator',
    needs: ['bayes-by-backprop'],
  },
  'mean-field': {
    heading: { en: 'What mean field gets wrong', de: 'Was Mean Field falsch macht' },
    summary: {
      en: 'Independent weights have two faults: too little uncertainty between clusters of data, and a poorer fit in wider networks.',
      de: 'Unabhängige Gewichte haben zwei Fehler: zu wenig Unsicherheit zwischen Clustern von Daten und eine schlechtere Anpassung in breiteren Netzen.',
    },
    link: 'dataset.id=two-clusters&network.hidden=20&view.step=3000',
    needs: ['averaging', 'simpler-q'],
  },
  'further-reading': {
    heading: { en: 'Further reading', de: 'Zum Weiterlesen' },
    summary: {
      en: 'The papers behind these chapters, and what to read each of them for.',
      de: 'Die Arbeiten hinter diesen Kapiteln, und wofür man jede liest.',
    },
    link: 'dataset.id=blundell&view.step=3000',
    needs: [],
  },
} as const satisfies Record<string, Chapter>;

/** The appendices in reading order, by slug: what a first reading can leave out. Each has the same parts as a chapter. */
export const appendices = {
  'bits-back': {
    heading: { en: 'Bits back', de: 'Bits zurück' },
    summary: {
      en: 'Why the complexity cost is the length of a message, and which of its bits come back.',
      de: 'Warum die Komplexitätskosten die Länge einer Nachricht sind, und welche ihrer Bits zurückkommen.',
    },
    link: 'dataset.id=moons&view.step=3000&prediction.pruned=0.9',
    needs: ['what-it-buys'],
  },
  sharpening: {
    heading: { en: 'Posterior sharpening', de: 'Den Posterior schärfen' },
    summary: {
      en: 'Each minibatch may move the weights a short way along its own gradient, and pays for it.',
      de: 'Jeder Minibatch darf die Gewichte ein kurzes Stück entlang seines eigenen Gradienten verschieben und zahlt dafür.',
    },
    link: 'dataset.id=damped-oscillator&network.sharpening=true',
    needs: ['recurrent'],
  },
} as const satisfies Record<string, Chapter>;

export type ChapterSlug = keyof typeof chapters;
export type AppendixSlug = keyof typeof appendices;

/** A page with a text: a chapter or an appendix. */
export type Slug = ChapterSlug | AppendixSlug;

export const chapterSlugs = Object.keys(chapters) as ChapterSlug[];
export const appendixSlugs = Object.keys(appendices) as AppendixSlug[];

/** All texts in reading order: the chapters, then the appendices. */
export const slugs: readonly Slug[] = [...chapterSlugs, ...appendixSlugs];

/** The chapter or appendix of a slug, widened from its literal type. */
export function chapterOf(slug: Slug): Chapter {
  return { ...chapters, ...appendices }[slug];
}

export function isAppendix(slug: Slug): slug is AppendixSlug {
  return slug in appendices;
}
