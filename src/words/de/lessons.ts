import type { Catalogue } from '../index.ts';

/** The lessons' pages, around their text. */
export const lessons: Catalogue = {
  'Predict first': 'Erst vermuten',
  'That is it.': 'Stimmt.',
  'Not quite.': 'Nicht ganz.',
  'See the answer': 'Antwort ansehen',
  'To take along': 'Zum Mitnehmen',
  Answer: 'Antwort',
  'A picture of the exhibit “{title}”, before it runs': 'Ein Bild des Exponats „{title}“, bevor es läuft',
  'Run it': 'Starten',
  'The picture stands still: running it needs JavaScript.':
    'Das Bild steht still: zum Starten braucht es JavaScript.',
  'From the engine itself:': 'Aus dem Rechenwerk selbst:',
  'Source of {name}': 'Quelltext von {name}',
  'Skip to the text': 'Zum Text springen',
  'Learn how a network knows what it does not know': 'Lernen, wie ein Netz weiß, was es nicht weiß',
  '{count} short chapters with live figures: from one weight and Bayes’ theorem to Bayes by Backprop, whole.':
    '{count} kurze Kapitel mit lebenden Bildern: von einem Gewicht und dem Satz von Bayes bis zu Bayes by Backprop im Ganzen.',
  'A network that gives its weights distributions can say “I do not know”. These chapters build one from nothing: each asks what you expect, lets you try it live, and ends with a question.':
    'Ein Netz, dessen Gewichte Verteilungen haben, kann sagen: „Das weiß ich nicht.“ Diese Kapitel bauen eines von Grund auf: Jedes fragt, was Sie erwarten, lässt es ausprobieren und endet mit einer Frage.',
  'to the playground': 'zur Spielwiese',
  'To the playground': 'Zur Spielwiese',
  'all of it at once, with your own data.': 'alles auf einmal, mit eigenen Daten.',
  Lessons: 'Lektionen',
  Contents: 'Inhalt',
  'Chapter {number} of {count}': 'Kapitel {number} von {count}',
  'Chapters before and after': 'Vorige und nächste Kapitel',
  Before: 'Zurück',
  'The same in the playground': 'Dasselbe in der Spielwiese',
  'Open it': 'Öffnen',
  'The exact posterior of one weight': 'Der exakte Posterior eines Gewichts',
  'likelihood p(D | w), scaled': 'Likelihood p(D | w), skaliert',
  'posterior p(w | D)': 'Posterior p(w | D)',
  density: 'Dichte',
  '{count, plural, =0 {No points: the posterior is the prior} one {# point} other {# points}}. Of w the posterior has mean {mean} and standard deviation {sigma}.':
    '{count, plural, =0 {Keine Punkte: Der Posterior ist der Prior} one {# Punkt} other {# Punkte}}. Der Posterior von w hat den Mittelwert {mean} und die Standardabweichung {sigma}.',
  'posterior mean': 'Posterior-Mittelwert',
  'posterior standard deviation': 'Posterior-Standardabweichung',
  'log evidence log p(D)': 'Log-Evidenz log p(D)',
  '{value} nats': '{value} nats',
  'Kind of prior': 'Art des Priors',
  'No data': 'Keine Daten',
  'As at first': 'Wie am Anfang',
};
