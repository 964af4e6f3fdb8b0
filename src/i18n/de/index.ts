/**
 * German. Formal without distance: the reader is addressed seldom, and then by “Sie”; what to do is said in the infinitive
 * („Punkt hinzufügen“). Short, kind, in the field's own terms. The same word for the same thing, everywhere:
 *
 *   accuracy → Trefferquote            aleatoric uncertainty → aleatorische Unsicherheit (Rauschen)
 *   batch, minibatch → Batch, Minibatch   band → Band        bits, nats → Bit, nats (lower case, as the unit)
 *   calibration → Kalibrierung         chain → Kette         challenge → Aufgabe
 *   class, class probability → Klasse, Klassenwahrscheinlichkeit
 *   complexity cost → Komplexitätskosten   likelihood cost → Likelihood-Kosten   free energy → freie Energie
 *   convergence, converged → Konvergenz, konvergiert      coverage → Überdeckung
 *   credible interval → Kredibilitätsintervall            data set → Datensatz
 *   deep ensemble → Deep Ensemble      dropout → Dropout     diverged → divergiert
 *   draw (of weights or functions) → Ziehung; to draw (a sample) → ziehen; to draw (a picture) → zeichnen
 *   engine → Rechenwerk                epistemic uncertainty → epistemische Unsicherheit
 *   estimator → Schätzer               evidence → Evidenz    experiment → Experiment
 *   fresh points → frische Punkte      gradient → Gradient   ground truth, truth → Wahrheit
 *   held out → zurückgehalten          hidden layer → verdeckte Schicht   input, output → Eingabe, Ausgabe
 *   learning rate → Lernrate           likelihood → Likelihood   link → Link   local reparameterisation → lokale Reparametrisierung
 *   Monte Carlo sample → Monte-Carlo-Stichprobe; S samples → S Ziehungen   method → Verfahren
 *   network → Netz   noise → Rauschen   notice → Hinweis   optimiser → Optimierer
 *   panel → Bereich   playground → Spielwiese   point → Punkt   plot → Diagramm
 *   posterior → Posterior; a-posteriori in adjectives („Posterior-Verteilung“ where a noun needs it)
 *   prior → Prior; prior predictive → Prior-Prädiktive; prior width → Prior-Breite
 *   prediction, predictive → Vorhersage, Vorhersageverteilung   pruning → Ausdünnen; to prune → ausdünnen
 *   regret → Bedauern                  rewind → zurückspulen   run → Lauf   sample size → Stichprobengröße
 *   scale mixture → Skalenmischung     seed → Startwert      share (copy link) → teilen; a share → Anteil
 *   signal-to-noise → Signal-Rausch-Verhältnis            step → Schritt   slow motion → Zeitlupe
 *   standard deviation → Standardabweichung               to train, training → trainieren, Training
 *   unit (of a network) → Neuron       warm-up → Aufwärmphase   weight → Gewicht   width → Breite
 *   weight sampling → Ziehen der Gewichte   worker → Hintergrundprozess
 *
 * Decimal commas come from the number formats, never from here. Quotation marks: „…“.
 */
import type { Catalogue } from '../index.ts';
import { app } from './app.ts';
import { element } from './element.ts';
import { embed } from './embed.ts';
import { faults } from './faults.ts';
import { lessons } from './lessons.ts';
import { lessonsInference } from './lessonsInference.ts';
import { lessonsUse } from './lessonsUse.ts';
import { offline } from './offline.ts';
import { panels } from './panels.ts';
import { panelsBandit } from './panelsBandit.ts';
import { panelsFrame } from './panelsFrame.ts';
import { panelsViews } from './panelsViews.ts';
import { plots } from './plots.ts';
import { registries } from './registries.ts';
import { same } from './same.ts';

/** The catalogues by the part of the page that they are of; a test says that no two have the same message. */
export const areas = {
  app,
  element,
  embed,
  faults,
  lessons,
  lessonsInference,
  offline,
  panels,
  panelsBandit,
  panelsFrame,
  panelsViews,
  plots,
  registries,
  same,
  lessonsUse,
} as const satisfies Record<string, Catalogue>;

export const german: Catalogue = Object.assign({}, ...Object.values(areas));
