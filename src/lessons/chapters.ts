import type { LessonLocale } from '../i18n/lessonLocales.ts';

/** The metadata of a chapter; its text is `chapters/<locale>/<slug>.mdx`. */
export interface Chapter {
  readonly heading: Readonly<Record<LessonLocale, string>>;
  /** One line, for the contents page and the meta description. */
  readonly summary: Readonly<Record<LessonLocale, string>>;
  /** The state of the playground that the chapter links to. */
  readonly link: string;
}

/** The chapters in reading order, by slug. Slugs are part of public URLs: never rename one. */
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
      en: 'Don’t ask the best network; ask all of them, weighted by plausibility. The answer is less certain, and rightly so.',
      de: 'Nicht das beste Netz fragen, sondern alle, jedes nach seiner Plausibilität gewichtet. Die Antwort ist weniger sicher, und das zu Recht.',
    },
    link: 'dataset.id=custom&dataset.points=JcfBDQAgEALBhjgCGs8H_fdl1NfOltlQyvSNuKCI88-AIzYcP5sbPg&dataset.task=classification&dataset.standardize=false&network.hidden=none&network.activation=linear&prior.sigma=3&prediction.samples=200',
  },
  intractable: {
    heading: {
      en: 'Why not just integrate? Count the grid',
      de: 'Warum nicht einfach integrieren? Das Gitter zählen',
    },
    summary: {
      en: 'Ten points along each weight, eighty weights: as many cells as the universe has atoms.',
      de: 'Zehn Punkte je Gewicht, achtzig Gewichte: so viele Zellen, wie das Universum Atome hat.',
    },
    link: 'network.hidden=50',
  },
  'simpler-q': {
    heading: { en: 'A simpler q', de: 'Ein einfacheres q' },
    summary: {
      en: 'Fit a Gaussian to a posterior with two humps, by hand and by gradient descent, and see what the direction of a divergence does.',
      de: 'Eine Gauß-Verteilung an einen Posterior mit zwei Buckeln anpassen, von Hand und durch Gradientenabstieg, und sehen, was die Richtung einer Divergenz ausmacht.',
    },
    link: 'dataset.id=cubic&network.hidden=3&network.activation=tanh&likelihood.noise=6&inference.initialSigma=0.1',
  },
  reparameterisation: {
    heading: { en: 'The reparameterisation trick', de: 'Der Reparametrisierungstrick' },
    summary: {
      en: 'How to differentiate a random draw: hold the noise still, move the mean and the width.',
      de: 'Wie man eine zufällige Ziehung differenziert: das Rauschen festhalten, Mittelwert und Breite bewegen.',
    },
    link: 'dataset.id=blundell&network.hidden=16&inference.estimator=weight-sampling&inference.samples=1&view.draw=resampled&view.panels=controls,predictive,weights,network',
  },
  'local-reparameterisation': {
    heading: {
      en: 'Local reparameterisation, and what it is not',
      de: 'Lokale Reparametrisierung, und was sie nicht ist',
    },
    summary: {
      en: 'Three estimators of the same gradient: where the noise enters, and how much of it is left.',
      de: 'Drei Schätzer desselben Gradienten: wo das Rauschen hineinkommt und wie viel davon übrig bleibt.',
    },
    link: 'dataset.id=blundell&network.hidden=32&inference.estimator=local-reparameterization&inference.initialSigma=0.2',
  },
  'bayes-by-backprop': {
    heading: { en: 'Bayes by Backprop, whole', de: 'Bayes by Backprop im Ganzen' },
    summary: {
      en: 'The algorithm in six lines, with every number of a step on a network of seven weights.',
      de: 'Der Algorithmus in sechs Zeilen, mit jeder Zahl eines Schritts an einem Netz mit sieben Gewichten.',
    },
    link: 'dataset.id=cubic&dataset.size=12&network.hidden=2&network.activation=tanh&prior.sigma=1&likelihood.noise=15&likelihood.learn=false&inference.estimator=weight-sampling&inference.kl=monte-carlo&inference.samples=1&inference.initialSigma=0.3&inference.optimizer.kind=sgd&inference.optimizer.learningRate=0.002&view.panels=controls,predictive,network,weights,step',
  },
  'what-it-buys': {
    heading: { en: 'What it buys', de: 'Was es bringt' },
    summary: {
      en: 'Doubt of two kinds, weights that can go, and bits that come back.',
      de: 'Zweierlei Zweifel, Gewichte, die wegfallen können, und Bits, die zurückkommen.',
    },
    link: 'dataset.id=moons&view.step=3000&prediction.pruned=0.9',
  },
  convolutional: {
    heading: { en: 'Convolutional networks', de: 'Faltende Netze' },
    summary: {
      en: 'Filters that are not sure of themselves, and why two convolutions are all they need.',
      de: 'Filter, die sich nicht sicher sind, und warum ihnen zwei Faltungen genügen.',
    },
    link: 'dataset.id=digits',
  },
  recurrent: {
    heading: { en: 'Recurrent networks', de: 'Rekurrente Netze' },
    summary: {
      en: 'One draw of the weights for a sequence, one price for all of it, and posteriors sharpened by each minibatch.',
      de: 'Eine Ziehung der Gewichte für eine Folge, ein Preis für alles, und Posteriors, die jeder Minibatch schärft.',
    },
    link: 'dataset.id=damped-oscillator',
  },
  'mean-field': {
    heading: { en: 'What mean field gets wrong', de: 'Was Mean Field falsch macht' },
    summary: {
      en: 'Independent weights are too sure between clusters of data, and fit worse the more of them there are.',
      de: 'Unabhängige Gewichte sind zwischen Clustern von Daten zu sicher und passen schlechter, je mehr es sind.',
    },
    link: 'dataset.id=two-clusters&network.hidden=20&view.step=3000',
  },
  'further-reading': {
    heading: { en: 'Further reading', de: 'Zum Weiterlesen' },
    summary: {
      en: 'The papers behind these chapters, and what to read each of them for.',
      de: 'Die Arbeiten hinter diesen Kapiteln, und wofür man jede liest.',
    },
    link: 'dataset.id=blundell&view.step=3000',
  },
} as const satisfies Record<string, Chapter>;

export type Slug = keyof typeof chapters;

export const slugs = Object.keys(chapters) as Slug[];

/** The chapter of a slug, widened from its literal type. */
export function chapterOf(slug: Slug): Chapter {
  return chapters[slug];
}
