import type { Catalogue } from '../index.ts';

/** The exhibits of chapters 9 to 13: what the method is used for, and where it ends. */
export const lessonsUse: Catalogue = {
  // Titles of the exhibits.
  'Weights that can go': 'Gewichte, die wegfallen können',
  'One weight as a message': 'Ein Gewicht als Nachricht',
  'Two convolutions': 'Zwei Faltungen',
  'Filters that learn digits': 'Filter, die Ziffern lernen',
  'When a recurrent weight is drawn': 'Wann ein rekurrentes Gewicht gezogen wird',
  'Posterior sharpening': 'Den Posterior schärfen',
  'Two weights, one sum': 'Zwei Gewichte, eine Summe',
  'The gap between two clusters': 'Die Lücke zwischen zwei Gruppen',
  'The figure of Blundell et al.': 'Das Bild von Blundell et al.',

  Mean: 'Mittelwert',
  'Standard deviation': 'Standardabweichung',
  'posterior q(w)': 'Posterior q(w)',
  prior: 'Prior',

  'q, rounded to the grid': 'q, auf das Gitter gerundet',
  'A weight with mean {mu} and standard deviation {sigma} on a grid of cells {width} wide. {sent} bits are sent, {returned} come back: it costs {net} bits.':
    'Ein Gewicht mit Mittelwert {mu} und Standardabweichung {sigma} auf einem Gitter mit Zellen der Breite {width}. {sent} Bit werden gesendet, {returned} kommen zurück: Es kostet {net} Bit.',
  'What telling this weight takes': 'Was es braucht, dieses Gewicht mitzuteilen',
  'sent, in the code of the prior': 'gesendet, im Code des Priors',
  'got back out of the choice of w': 'zurück aus der Wahl von w',
  'honest price: sent − got back': 'ehrlicher Preis: gesendet − zurück',
  'Halvings of the cell width: t = {width}': 'Halbierungen der Zellbreite: t = {width}',

  'Weights by signal to noise': 'Gewichte nach Signal-Rausch-Verhältnis',
  'accuracy with all weights': 'Trefferquote mit allen Gewichten',
  'so pruned': 'so ausgedünnt',

  'Loading the digits…': 'Die Ziffern werden geladen …',
  'the image a': 'das Bild a',
  'the filter, its means μ': 'der Filter, seine Mittelwerte μ',
  'mean a ∗ μ': 'Mittelwert a ∗ μ',
  'standard deviation √(a² ∗ σ²)': 'Standardabweichung √(a² ∗ σ²)',
  'one draw of the filter': 'eine Ziehung des Filters',
  'one draw of the answers': 'eine Ziehung der Antworten',
  'answer at this place': 'Antwort an dieser Stelle',
  '{mean} ± {sigma}': '{mean} ± {sigma}',
  'by the drawn filter': 'mit dem gezogenen Filter',
  'drawn itself': 'selbst gezogen',
  'correlation with the place beside it': 'Korrelation mit der Stelle daneben',
  'none: no spread': 'keine: keine Streuung',
  '{shared} by the filter, 0 by the answers': '{shared} beim Filter, 0 bei den Antworten',
  Digit: 'Ziffer',
  'What the filter looks for': 'Wonach der Filter sucht',
  'Upright strokes': 'Senkrechte Striche',
  'Level strokes': 'Waagrechte Striche',
  Spots: 'Punkte',
  'Width of every weight': 'Breite jedes Gewichts',
  Row: 'Zeile',
  Column: 'Spalte',

  'The first filters': 'Die ersten Filter',
  'What each filter looks for (blue asks for ink, orange for paper), and how unsure it is of that':
    'Wonach jeder Filter sucht (Blau verlangt Tinte, Orange Papier) und wie unsicher er sich darin ist',
  'Median σ of a layer’s weights, on the way from 0.05 to the prior’s 1':
    'Median von σ der Gewichte einer Schicht, auf dem Weg von 0,05 zu 1, dem σ des Priors',
  'layer {layer}, {count} weights': 'Schicht {layer}, {count} Gewichte',
  'accuracy on held-out digits': 'Trefferquote bei zurückgehaltenen Ziffern',

  'one draw for the sequence': 'eine Ziehung für die Folge',
  'a new draw at every step': 'eine neue Ziehung in jedem Schritt',
  'standard deviation of the last h': 'Standardabweichung des letzten h',
  '{one} by one draw, {many} by a draw a step':
    '{one} bei einer Ziehung, {many} bei einer Ziehung je Schritt',
  'KL from a prior N(0, 1)': 'KL zu einem Prior N(0, 1)',
  '{once} nats paid once, {often} nats if paid at every step':
    '{once} nats einmal bezahlt, {often} nats in jedem Schritt bezahlt',
  'Time steps': 'Zeitschritte',
  'time step t': 'Zeitschritt t',
  '{title}: after {steps} steps h has mean {mean} and standard deviation {sigma}.':
    '{title}: Nach {steps} Schritten hat h den Mittelwert {mean} und die Standardabweichung {sigma}.',

  'before: N(φ, σ₀²)': 'vorher: N(φ, σ₀²)',
  'sharpened: N(φ − η g, σ₀²)': 'geschärft: N(φ − η g, σ₀²)',
  'exact answer for this minibatch': 'exakte Antwort für diesen Minibatch',
  'least cost': 'kleinste Kosten',
  'The weight moves from {phi} to {centre}. Its cost falls from {before} to {after} nats; the shift costs {price} nats, so it gains {gain} nats.':
    'Das Gewicht rückt von {phi} nach {centre}. Seine Kosten fallen von {before} auf {after} nats; die Verschiebung kostet {price} nats und bringt also {gain} nats.',
  'Expected cost of this minibatch': 'Erwartete Kosten dieses Minibatches',
  'before: at φ': 'vorher: bei φ',
  'after: at φ − η g': 'nachher: bei φ − η g',
  'price of the shift: KL': 'Preis der Verschiebung: KL',
  'gain: before − after − price': 'Gewinn: vorher − nachher − Preis',
  'Drawn weight': 'Gezogenes Gewicht',
  Width: 'Breite',
  'How far to follow': 'Wie weit folgen',
  'Best: η / σ₀² = {best}': 'Bestes: η / σ₀² = {best}',

  'exact posterior': 'exakter Posterior',
  'best product q': 'bestes Produkt q',
  'Both weights: the exact posterior is a ridge with correlation {correlation}; q is a circle of standard deviation {sigma}.':
    'Beide Gewichte: Der exakte Posterior ist ein Grat mit Korrelation {correlation}; q ist ein Kreis mit Standardabweichung {sigma}.',
  'the function, ± one standard deviation': 'die Funktion, ± eine Standardabweichung',
  'The function at x = 2: standard deviation {exact} by the exact posterior, {q} by q. At x = 0: {exactThere} and {qThere}.':
    'Die Funktion bei x = 2: Standardabweichung {exact} nach dem exakten Posterior, {q} nach q. Bei x = 0: {exactThere} und {qThere}.',
  'standard deviation of w₁ − w₂': 'Standardabweichung von w₁ − w₂',
  'standard deviation of w₁ + w₂': 'Standardabweichung von w₁ + w₂',
  '{exact} exactly, {q} by q': '{exact} exakt, {q} nach q',
  'Measurements at x = 0': 'Messungen bei x = 0',
  'Their noise': 'Ihr Rauschen',

  'Training of both': 'Training beider',
  'Train both': 'Beide trainieren',
  'Pause both': 'Beide anhalten',
  'epistemic standard deviation at x = {x}': 'epistemische Standardabweichung bei x = {x}',
};
