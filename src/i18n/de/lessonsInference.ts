import type { Catalogue } from '../index.ts';

/** The exhibits of the chapters on inference: a simpler q, gradients, estimators, and a whole step. */
export const lessonsInference: Catalogue = {
  'A bell over a lumpy posterior': 'Eine Glocke über einem Posterior mit Buckeln',
  'p, the posterior to be matched': 'p, der Posterior, der getroffen werden soll',
  'q, a bell': 'q, eine Glocke',
  'q has mean {mu} and standard deviation {sigma}. KL[q ‖ p] is {reverse} nats, KL[p ‖ q] {forward} nats.':
    'q hat den Mittelwert {mu} und die Standardabweichung {sigma}. KL[q ‖ p] beträgt {reverse} nats, KL[p ‖ q] {forward} nats.',
  'Map of {name} over mean and width of q; q is at mean {mu}, width {sigma}.':
    'Karte von {name} über Mittelwert und Breite von q; q liegt beim Mittelwert {mu}, Breite {sigma}.',
  '{name} of every bell: the clearer the place, the better':
    '{name} jeder Glocke: je klarer die Stelle, desto besser',
  'mean μ': 'Mittelwert μ',
  'width σ': 'Breite σ',
  'Mean of q': 'Mittelwert von q',
  'Width of q': 'Breite von q',
  'Make small': 'Klein machen',
  Halt: 'Anhalten',
  'Go downhill': 'Bergab gehen',

  'Two ways to a gradient': 'Zwei Wege zu einem Gradienten',
  'through w = μ + σε': 'durch w = μ + σε',
  'by the score function': 'mit der Score-Funktion',
  'Estimates of the gradient {exact}: through w they scatter with standard deviation {pathwise}, by the score function with {score}.':
    'Schätzungen des Gradienten {exact}: durch w streuen sie mit der Standardabweichung {pathwise}, mit der Score-Funktion mit {score}.',
  '{count} estimates by either way; dashed: the truth':
    '{count} Schätzungen auf jedem Weg; gestrichelt: die Wahrheit',
  'estimate of ∂E[f]/∂{symbol}': 'Schätzung von ∂E[f]/∂{symbol}',
  'true gradient': 'wahrer Gradient',
  'through w, from these ε': 'durch w, aus diesen ε',
  'by the score, from these ε': 'mit der Score-Funktion, aus diesen ε',
  'Mean of w': 'Mittelwert von w',
  'Width of w': 'Breite von w',
  'Draws a step': 'Ziehungen je Schritt',
  'Added to the cost': 'Aufschlag auf die Kosten',
  'Gradient with respect to': 'Gradient nach',
  'New ε': 'Neues ε',
  '{count, plural, one {# draw} other {# draws}} of w around {mu}, each ε moved to μ + σε; the cost there slopes by {slope} on average.':
    '{count, plural, one {# Ziehung} other {# Ziehungen}} von w um {mu}, jedes ε verschoben nach μ + σε; die Kosten haben dort im Mittel die Steigung {slope}.',
  'Each ε stays; μ and σ move its w, and the slope with it':
    'Jedes ε bleibt; μ und σ verschieben sein w und mit ihm die Steigung',

  'Who sees which noise': 'Wer welches Rauschen sieht',
  'Draw again': 'Noch einmal ziehen',
  'One unit with {weights} weights, a batch of {examples} examples. Step {step}.':
    'Ein Neuron mit {weights} Gewichten, ein Batch von {examples} Beispielen. Schritt {step}.',
  '{normals} normal numbers and {signs} signs drawn':
    '{normals} normalverteilte Zahlen und {signs} Vorzeichen gezogen',
  '{normals} normal numbers drawn': '{normals} normalverteilte Zahlen gezogen',
  'ζ of the sum': 'ζ der Summe',

  'Three estimators of one gradient': 'Drei Schätzer eines Gradienten',
  'Variance of the gradient with {count} examples: {list}.':
    'Varianz des Gradienten bei {count} Beispielen: {list}.',
  'examples in the batch': 'Beispiele im Batch',
  'variance of the batch’s mean gradient': 'Varianz des mittleren Gradienten im Batch',
  '{ratio} times less': '{ratio}-mal weniger',
  'gradients of each kind': 'Gradienten von jeder Art',
  'with {count} examples, local reparameterisation scatters':
    'bei {count} Beispielen streut lokale Reparametrisierung',
  'and Flipout': 'und Flipout',
  'Width of q, every weight': 'Breite von q, jedes Gewicht',
  'Other data, other noise': 'Andere Daten, anderes Rauschen',

  'One step, every number': 'Ein Schritt, jede Zahl',
  '{count} points of a cubic and {draws} functions drawn from q after {steps, plural, one {# step} other {# steps}}. This draw misses the data by {cost} nats.':
    '{count} Punkte einer kubischen Kurve und {draws} aus q gezogene Funktionen nach {steps, plural, one {# Schritt} other {# Schritten}}. Diese Ziehung verfehlt die Daten um {cost} nats.',
  'steps taken': 'getane Schritte',
  'Steps to take': 'Schritte, die zu tun sind',
  '{count, plural, one {Take the step} other {# steps}}':
    '{count, plural, one {Den Schritt tun} other {# Schritte}}',
  'To the beginning': 'Zum Anfang',
  'The step in numbers, weight by weight': 'Der Schritt in Zahlen, Gewicht für Gewicht',
  weight: 'Gewicht',
  'The update of {name}': 'Die Anpassung von {name}',
  'The next update of {name}, with α = {rate}': 'Die nächste Anpassung von {name}, mit α = {rate}',
};
