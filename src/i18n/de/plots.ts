import type { Catalogue } from '../index.ts';

/** Legends, axes, readouts, and every plot in words. */
export const plots: Catalogue = {
  // Shared.
  epistemic: 'epistemisch',
  aleatoric: 'aleatorisch',
  mean: 'Mittelwert',
  '{y} against {x}': '{y} über {x}',
  'none chosen': 'nichts gewählt',
  '{value} bits': '{value} Bit',
  'Prior predictive': 'Prior-Prädiktive',
  'Posterior predictive': 'Posterior-Prädiktive',
  '{count, plural, =0 {no data points} one {# data point} other {# data points}}':
    '{count, plural, =0 {ohne Datenpunkte} one {# Datenpunkt} other {# Datenpunkte}}',
  '{plot}; no prediction yet.': '{plot}; noch keine Vorhersage.',
  '{name} with {data}; no prediction yet.': '{name}, {data}; noch keine Vorhersage.',

  // The predictive plot.
  'epistemic: shrinks with more data': 'epistemisch: schrumpft mit mehr Daten',
  'aleatoric: noise in the data': 'aleatorisch: Rauschen in den Daten',
  'Prior predictive: what the network believes before it has seen data':
    'Prior-Prädiktive: was das Netz glaubt, bevor es Daten gesehen hat',
  'true function': 'wahre Funktion',
  'truth ({name})': 'Wahrheit ({name})',
  '{overlay}: mean and {interval} epistemic band': '{overlay}: Mittelwert und epistemisches {interval}-Band',
  draws: 'Ziehungen',
  'your guess': 'Ihre Schätzung',
  'the draw f(x, w)': 'die Ziehung f(x, w)',
  '{interval} bands': '{interval}-Bänder',
  'x {x}: mean {mean} ± {epistemic} epistemic, ± {aleatoric} aleatoric':
    'x {x}: Mittelwert {mean} ± {epistemic} epistemisch, ± {aleatoric} aleatorisch',
  'Point {number} of {count}: x {x}, y {y}': 'Punkt {number} von {count}: x {x}, y {y}',
  'Point at the plot to read it.': 'Zum Ablesen auf das Diagramm zeigen.',
  'Drag a circle, or choose it by Tab and move it by ↑ and ↓.':
    'Einen Kreis ziehen, oder mit Tab wählen und mit ↑ und ↓ bewegen.',
  'Click or tap to add a point, drag to move it, Delete removes it.':
    'Klicken oder Tippen fügt einen Punkt hinzu, Ziehen verschiebt ihn, Entf löscht ihn.',
  'Delete point': 'Punkt löschen',
  'Plot: arrow keys read values': 'Diagramm: Pfeiltasten lesen Werte ab',
  'Plot: arrow keys read values, Enter adds a point':
    'Diagramm: Pfeiltasten lesen Werte ab, die Eingabetaste fügt einen Punkt hinzu',
  'Predictive plot with {data}; no prediction yet.': 'Vorhersage-Diagramm, {data}; noch keine Vorhersage.',
  '{sigma} near x {x}': '{sigma} nahe x {x}',
  '{name} for x from {low} to {high} with {data} and a {interval} band. The mean lies between {lowest} and {highest}. Epistemic standard deviation: least {least}, most {most}. Aleatoric standard deviation: {aleatoric} on average.':
    '{name} für x von {low} bis {high}, {data}, mit einem {interval}-Band. Der Mittelwert liegt zwischen {lowest} und {highest}. Epistemische Standardabweichung: am kleinsten {least}, am größten {most}. Aleatorische Standardabweichung: im Mittel {aleatoric}.',
  'Upper edge at x = {x}': 'Oberer Rand bei x = {x}',
  'Lower edge at x = {x}': 'Unterer Rand bei x = {x}',
  'you expected too little doubt between x = {from} and {to}':
    'zu wenig Zweifel erwartet zwischen x = {from} und {to}',
  'too much between x = {from} and {to}': 'zu viel zwischen x = {from} und {to}',
  'well guessed': 'gut geraten',
  'Your band and the real one share {share} of their area: {verdict}.':
    'Ihr Band und das wirkliche decken sich auf {share} ihrer Fläche: {verdict}.',
  'Between x = {low} and {high}, the widest gap of the data, {overlaid} is unsure by ± {overlay} and {name} by ± {fit}.':
    'Zwischen x = {low} und {high}, der größten Lücke der Daten, ist die Unsicherheit ± {overlay} ({overlaid}) und ± {fit} ({name}).',
  'In the widest gap of the data (x from {low} to {high}) {overlaid} is unsure by ± {overlay} and {name} not at all: {because}.':
    'In der größten Lücke der Daten (x von {low} bis {high}) ist {overlaid} um ± {overlay} unsicher und {name} gar nicht: {because}.',
  'In the widest gap of the data (x from {low} to {high}) {overlaid} is {times} times as unsure as {name}: {because}.':
    'In der größten Lücke der Daten (x von {low} bis {high}) ist {overlaid} {times}-mal so unsicher wie {name}: {because}.',

  // Classes in the plane.
  'Classes over {x} and {y}': 'Klassen über {x} und {y}',
  'Point {number} of {count}: {name} at {x}, {y}': 'Punkt {number} von {count}: {name} bei {x}, {y}',
  '{classes}; entropy {total} nats = {aleatoric} aleatoric + {epistemic} epistemic':
    '{classes}; Entropie {total} nats = {aleatoric} aleatorisch + {epistemic} epistemisch',
  '{title} of {classes} over {x} and {y} with {data}': '{title}: {classes} über {x} und {y}, {data}',
  '{plot}. Likeliest class by area: {shares}. Mean entropy {total} nats: {aleatoric} aleatoric, {epistemic} epistemic; most epistemic near {x}, {y}.':
    '{plot}. Wahrscheinlichste Klasse nach Fläche: {shares}. Mittlere Entropie {total} nats: {aleatoric} aleatorisch, {epistemic} epistemisch; am epistemischsten nahe {x}, {y}.',
  '{most} nats: {meaning}': '{most} nats: {meaning}',
  'boundaries of single draws': 'Grenzen einzelner Ziehungen',
  'the most probable class; the paler, the less sure':
    'die wahrscheinlichste Klasse; je blasser, desto unsicherer',
  'all doubt about the class: aleatoric and epistemic together':
    'aller Zweifel an der Klasse: aleatorisch und epistemisch zusammen',
  'doubt that more data would leave: the classes overlap':
    'Zweifel, den mehr Daten ließen: Die Klassen überlappen sich',
  'doubt that data there would end: mutual information of y and w':
    'Zweifel, den Daten dort beendeten: Transinformation von y und w',
  Entropy: 'Entropie',
  Aleatoric: 'Aleatorisch',
  Epistemic: 'Epistemisch',

  // Tables, images and rows.
  'with the noise': 'mit dem Rauschen',
  right: 'richtig',
  Rows: 'Zeilen',
  'Point at a row to read it.': 'Zum Ablesen auf eine Zeile zeigen.',
  'actual {name}': '{name}, wirklich',
  'predicted {name}': '{name}, vorhergesagt',
  'Row {row}: actual {actual}; predicted {mean} ± {epistemic} epistemic, ± {aleatoric} aleatoric; {interval} interval {lower} to {upper}':
    'Zeile {row}: wirklich {actual}; vorhergesagt {mean} ± {epistemic} epistemisch, ± {aleatoric} aleatorisch; {interval}-Intervall {lower} bis {upper}',
  'Predicted against actual values: nothing to show yet.':
    'Vorhergesagte über wirklichen Werten: noch nichts zu zeigen.',
  'Predicted against actual values of {rows} rows. The {interval} interval holds {held} of them.':
    'Vorhergesagte über wirklichen Werten von {rows} Zeilen. Das {interval}-Intervall enthält {held} davon.',
  'Predicted by the prior against actual values of {rows} rows. The {interval} interval holds {held} of them.':
    'Vom Prior vorhergesagte über wirklichen Werten von {rows} Zeilen. Das {interval}-Intervall enthält {held} davon.',
  'Probability of each class, and {interval} of the draws between the whiskers':
    'Wahrscheinlichkeit jeder Klasse, und {interval} der Ziehungen zwischen den Strichen',
  'entropy {total} = {aleatoric} + {epistemic} nats': 'Entropie {total} = {aleatoric} + {epistemic} nats',
  '{value} aleatoric': '{value} aleatorisch',
  '{value} epistemic': '{value} epistemisch',
  'Probability of {class} along {x}: nothing to show yet.':
    'Wahrscheinlichkeit von {class} entlang {x}: noch nichts zu zeigen.',
  'Probability of {class} for {x} from {first} to {last}: between {low} and {high}.':
    'Wahrscheinlichkeit von {class} für {x} von {first} bis {last}: zwischen {low} und {high}.',
  'mean over draws': 'Mittelwert der Ziehungen',
  '{interval} of draws: epistemic': '{interval} der Ziehungen: epistemisch',
  'Known with the first prediction.': 'Mit der ersten Vorhersage bekannt.',
  others: 'andere',
  'Actual class down, predicted class across': 'Wirkliche Klasse senkrecht, vorhergesagte waagerecht',
  'Most uncertain first': 'Die unsichersten zuerst',
  'Mistakes first': 'Fehler zuerst',
  'As they come': 'Wie sie kommen',
  'This network has no filters: choose a convolutional one.':
    'Dieses Netz hat keine Filter: bitte ein faltendes wählen.',
  'turned (°)': 'gedreht (°)',
  'entropy (nats)': 'Entropie (nats)',
  'Entropy as the image is turned from {first} to {last} degrees: least {least}, most {most} nats.':
    'Entropie beim Drehen des Bildes von {first} bis {last} Grad: mindestens {least}, höchstens {most} nats.',

  // Series.
  'trained on': 'trainiert',
  'held out': 'zurückgehalten',
  'forecast; before it, predictions of one step': 'Prognose; davor Vorhersagen um einen Schritt',
  forecast: 'Prognose',
  'not known yet': 'noch nicht bekannt',
  'Origin of the forecast': 'Beginn der Prognose',
  '{time}: {trueValue}; {kind} {centre}, {interval} between {lower} and {upper}':
    '{time}: {trueValue}; {kind} {centre}, {interval} zwischen {lower} und {upper}',
  'The {interval} band of the forecast holds {inside} of {of} true values.':
    'Das {interval}-Band der Prognose enthält {inside} von {of} wahren Werten.',
  'The {interval} band of one step holds {inside} of {of} values.':
    'Das {interval}-Band um einen Schritt enthält {inside} von {of} Werten.',
  '{name} of a series of {count} values from {first} to {last}; those from {tail} on are held out':
    '{name} einer Reihe von {count} Werten von {first} bis {last}; die ab {tail} sind zurückgehalten',
  'Forecast from {time}: {forecast}': 'Prognose ab {time}: {forecast}',

  // Costs and calibration.
  'Free energy': 'Freie Energie',
  'Minus log posterior': 'Minus Log-Posterior',
  'total F': 'F gesamt',
  'complexity cost': 'Komplexitätskosten',
  'likelihood cost': 'Likelihood-Kosten',
  'prior cost −log p(w)': 'Prior-Kosten −log p(w)',
  'data cost −log p(D|w)': 'Datenkosten −log p(D|w)',
  complexity: 'Komplexität',
  likelihood: 'Likelihood',
  'not a bound': 'keine Schranke',
  'not this posterior': 'nicht dieser Posterior',
  'F, the free energy: complexity plus likelihood cost of all data. The lower, the better the bound on log p(D).':
    'F, die freie Energie: Komplexitäts- plus Likelihood-Kosten aller Daten. Je kleiner, desto besser die Schranke für log p(D).',
  'KL[q ‖ p], summed over all weights: what it costs to leave the prior.':
    'KL[q ‖ p], über alle Gewichte summiert: was es kostet, den Prior zu verlassen.',
  '−log p(D|w) of all data, averaged over draws of w from q.':
    '−log p(D|w) aller Daten, gemittelt über Ziehungen von w aus q.',
  '−log p(w, D): minus the log posterior, up to a constant, averaged over draws of the weights.':
    '−log p(w, D): minus Log-Posterior bis auf eine Konstante, gemittelt über Ziehungen der Gewichte.',
  '−log p(w), summed over all weights and averaged over their draws: how improbable the prior finds them.':
    '−log p(w), über alle Gewichte summiert und über ihre Ziehungen gemittelt: wie unwahrscheinlich der Prior sie findet.',
  '−log p(D|w) of all data, averaged over draws of the weights: how badly they explain the data.':
    '−log p(D|w) aller Daten, gemittelt über Ziehungen der Gewichte: wie schlecht sie die Daten erklären.',
  'cost (nats)': 'Kosten (nats)',
  'cost (bits)': 'Kosten (Bit)',
  'No steps yet': 'Noch keine Schritte',
  '↑ early steps reach {cost}, above this plot': '↑ frühe Schritte erreichen {cost}, über diesem Diagramm',
  '↑ early steps reach {cost}': '↑ frühe Schritte erreichen {cost}',
  '{cost} over the run: no steps yet.': '{cost} im Lauf: noch keine Schritte.',
  '{cost} after {step, plural, one {# step} other {# steps}}: {total}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.':
    '{cost} nach {step, plural, one {# Schritt} other {# Schritten}}: {total}, davon {complexity} {complexityCost} und {likelihood} {likelihoodCost}.',
  '{cost} after {step, plural, one {# step} other {# steps}}: {total}, down from {start} at step {first}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.':
    '{cost} nach {step, plural, one {# Schritt} other {# Schritten}}: {total}, gefallen von {start} bei Schritt {first}, davon {complexity} {complexityCost} und {likelihood} {likelihoodCost}.',
  '{cost} after {step, plural, one {# step} other {# steps}}: {total}, up from {start} at step {first}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.':
    '{cost} nach {step, plural, one {# Schritt} other {# Schritten}}: {total}, gestiegen von {start} bei Schritt {first}, davon {complexity} {complexityCost} und {likelihood} {likelihoodCost}.',
  '{complexity} and {likelihood} add up to {total}': '{complexity} und {likelihood} ergeben {total}',
  stated: 'behauptet',
  observed: 'beobachtet',
  'The {interval} band holds {share} of {n} fresh points.':
    'Das {interval}-Band enthält {share} von {n} frischen Punkten.',
  'The {interval} band of one step holds {share} of {n} fresh values.':
    'Das {interval}-Band eines Schritts enthält {share} von {n} frischen Werten.',
  'The {interval} band of one step holds {share} of {n} training values.':
    'Das {interval}-Band eines Schritts enthält {share} von {n} Trainingswerten.',
  'The {interval} band holds {share} of {n} training points.':
    'Das {interval}-Band enthält {share} von {n} Trainingspunkten.',
  'The likeliest class is right for {share} of {n} fresh points.':
    'Die wahrscheinlichste Klasse stimmt bei {share} von {n} frischen Punkten.',
  'The likeliest class is right for {share} of {n} training points.':
    'Die wahrscheinlichste Klasse stimmt bei {share} von {n} Trainingspunkten.',
  'Reliability diagram: nothing to show before the first step.':
    'Zuverlässigkeitsdiagramm: vor dem ersten Schritt nichts zu zeigen.',
  'Reliability diagram, stated against observed probability. {coverage} {scores}.':
    'Zuverlässigkeitsdiagramm, behauptete gegen beobachtete Wahrscheinlichkeit. {coverage} {scores}.',
  'Description length in bits': 'Beschreibungslänge in Bit',
  'layer {number}': 'Schicht {number}',
  sharpening: 'Schärfen',
  targets: 'Ziele',
  '{targets} targets, given the weights': '{targets} Ziele, wenn die Gewichte bekannt sind',
  'together: F': 'zusammen: F',
  'targets without a network': 'Ziele ohne Netz',
  'The network saves {bits} bits; {perWeight} bits a weight.':
    'Das Netz spart {bits} Bit; {perWeight} Bit je Gewicht.',
  'The network costs {bits} bits more than it saves; {perWeight} bits a weight.':
    'Das Netz kostet {bits} Bit mehr, als es spart; {perWeight} Bit je Gewicht.',
  'Bits of real numbers depend on their precision: only differences mean something.':
    'Bits reeller Zahlen hängen von deren Genauigkeit ab: Nur Unterschiede bedeuten etwas.',

  // Weights.
  weights: 'Gewichte',
  'weight w': 'Gewicht w',
  'prior sd': 'Prior-Standardabw.',
  kernel: 'Kern',
  bias: 'Bias',
  'Layer {number}': 'Schicht {number}',
  'Layer {number} {part}': 'Schicht {number} {part}',
  'Weight {number}': 'Gewicht {number}',
  '{block} of unit {unit}': '{block} von Neuron {unit}',
  '{block}, from {from} to {to}': '{block}, von {from} nach {to}',
  'KL {cost}': 'KL {cost}',
  'one value': 'ein Wert',
  'mean of q': 'Mittelwert von q',
  'standard deviation of q': 'Standardabweichung von q',
  'KL[q ‖ p] of this weight: what it costs to know it':
    'KL[q ‖ p] dieses Gewichts: was es kostet, es zu kennen',
  'signal to noise': 'Signal-Rausch-Verhältnis',
  'the noise of this draw': 'das Rauschen dieser Ziehung',
  'Point at a curve to read it. All are scaled to one height.':
    'Zum Ablesen auf eine Kurve zeigen. Alle sind auf eine Höhe gebracht.',
  'Point at a weight to read it.': 'Zum Ablesen auf ein Gewicht zeigen.',
  'average of the block': 'Mittel des Blocks',
  'posterior mean μ': 'Posterior-Mittelwert μ',
  'posterior sd σ (log scale)': 'Posterior-Standardabw. σ (log. Skala)',
  'signal below noise, |μ| < σ': 'Signal unter dem Rauschen, |μ| < σ',
  'σ = 0 at the lower edge: {count, plural, one {# weight} other {# weights}} of one value':
    'σ = 0 am unteren Rand: {count, plural, one {# Gewicht} other {# Gewichte}} mit einem Wert',
  'Posterior mean and standard deviation of every weight: nothing to show yet.':
    'Posterior-Mittelwert und -Standardabweichung jedes Gewichts: noch nichts zu zeigen.',
  'Posterior mean μ against standard deviation σ of {count, plural, one {# weight} other {# weights}}. {below, plural, one {# weight} other {# weights}} with the signal below the noise (|μ| < σ). Median σ {median}; prior standard deviation {deviations}.':
    'Posterior-Mittelwert μ über Standardabweichung σ von {count, plural, one {# Gewicht} other {# Gewichten}}. {below, plural, one {# Gewicht} other {# Gewichte}} mit dem Signal unter dem Rauschen (|μ| < σ). Median σ {median}; Prior-Standardabweichung {deviations}.',
  '{name} · {count, plural, one {# weight} other {# weights}}':
    '{name} · {count, plural, one {# Gewicht} other {# Gewichte}}',
  '{name} · {count, plural, one {# weight} other {# weights}} · {most} drawn':
    '{name} · {count, plural, one {# Gewicht} other {# Gewichte}} · {most} gezeichnet',
  '{name}, {count, plural, one {# weight} other {# weights}}: median |μ| {size}, median σ {sigma}':
    '{name}, {count, plural, one {# Gewicht} other {# Gewichte}}: Median |μ| {size}, Median σ {sigma}',
  'Every weight against its prior (standard deviation {deviation}). {rows}.':
    'Jedes Gewicht vor seinem Prior (Standardabweichung {deviation}). {rows}.',
  '{name}: q has mean {mu} and standard deviation {sigma}; its prior {deviation}.':
    '{name}: q hat den Mittelwert {mu} und die Standardabweichung {sigma}; der Prior {deviation}.',
  'q’s peak ↑ {peak}': 'Spitze von q ↑ {peak}',
  'sd {deviation}': 'Standardabw. {deviation}',
  'sd {deviation}, spike ↑ {peak}': 'Standardabw. {deviation}, Spitze ↑ {peak}',
  '{prior} prior: density over one weight, standard deviation {deviation}.':
    'Prior ({prior}): Dichte über einem Gewicht, Standardabweichung {deviation}.',
  'The spike at zero reaches {peak}, above the plot.':
    'Die Spitze bei null reicht bis {peak}, über das Diagramm hinaus.',
  'signal to noise |μ|/σ (dB)': 'Signal-Rausch-Verhältnis |μ|/σ (dB)',
  'pruned below {cut} dB': 'ausgedünnt unter {cut} dB',
  '{share}, {count, plural, one {# weight} other {# weights}}':
    '{share}, {count, plural, one {# Gewicht} other {# Gewichte}}',
  'Signal to noise of every weight: nothing to show yet.':
    'Signal-Rausch-Verhältnis jedes Gewichts: noch nichts zu zeigen.',
  'Signal to noise |μ|/σ of {weights, plural, one {# weight} other {# weights}} in decibels. Most lie between {low} and {high} dB; {noisy} below 0 dB, where the noise is larger than the signal. {pruned, plural, one {# weight} other {# weights}} pruned.':
    'Signal-Rausch-Verhältnis |μ|/σ von {weights, plural, one {# Gewicht} other {# Gewichten}} in Dezibel. Die meisten liegen zwischen {low} und {high} dB; {noisy} unter 0 dB, wo das Rauschen größer ist als das Signal. {pruned, plural, one {# Gewicht} other {# Gewichte}} ausgedünnt.',
  'weights pruned': 'Gewichte ausgedünnt',
  'Accuracy against pruned weights: known after the first step.':
    'Trefferquote über ausgedünnten Gewichten: nach dem ersten Schritt bekannt.',
  'Accuracy against pruned weights: {accuracy} with all of them; {share} can go for at most one point.':
    'Trefferquote über ausgedünnten Gewichten: {accuracy} mit allen; {share} können für höchstens einen Prozentpunkt gehen.',

  // The network drawn.
  'Weights of the network': 'Gewichte des Netzes',
  'pale: σ large': 'blass: σ groß',
  'unit’s sd over x': 'Streuung je x',
  '{size, plural, =1 {input} other {# inputs}}': '{size, plural, =1 {Eingabe} other {# Eingaben}}',
  '{size, plural, =1 {output} other {# outputs}}': '{size, plural, =1 {Ausgabe} other {# Ausgaben}}',
  '{size} units': '{size} Neuronen',
  'layer {number} {cost}': 'Schicht {number} {cost}',
  'The network: {layers, plural, one {# layer} other {# layers}}, {weights, plural, one {# weight} other {# weights}}.':
    'Das Netz: {layers, plural, one {# Schicht} other {# Schichten}}, {weights, plural, one {# Gewicht} other {# Gewichte}}.',
  'KL by layer: {costs}.': 'KL je Schicht: {costs}.',
  '{far, plural, =0 {no weight lies} one {# weight lies} other {# weights lie}} beyond {most} prior sd':
    '{far, plural, =0 {kein Gewicht liegt} one {# Gewicht liegt} other {# Gewichte liegen}} jenseits von {most} Prior-Standardabweichungen',
  'Of {all, plural, one {# weight} other {# weights}} {tails}.':
    'Von {all, plural, one {# Gewicht} other {# Gewichten}}: {tails}.',
  '{dead, plural, one {# weight of {all} is} other {# weights of {all} are}} idle (KL below {least} nats); {tails}.':
    '{dead, plural, one {# Gewicht von {all} liegt} other {# Gewichte von {all} liegen}} brach (KL unter {least} nats); {tails}.',

  // Estimators and agents.
  '{name}, chosen': '{name}, gewählt',
  '{name} (chosen) {value}': '{name} (gewählt) {value}',
  'Variance of one sample’s gradient: not measured.': 'Varianz des Gradienten einer Ziehung: nicht gemessen.',
  'Variance of one sample’s gradient: {variances}.': 'Varianz des Gradienten einer Ziehung: {variances}.',
  'Not measured: this network and its data are too large for that.':
    'Nicht gemessen: Dieses Netz und seine Daten sind dafür zu groß.',
  'Variance of one sample’s gradient, log scale from {low} to {high}: lower is steadier.':
    'Varianz des Gradienten einer Ziehung, logarithmisch von {low} bis {high}: je kleiner, desto ruhiger.',
  'mushrooms met': 'begegnete Pilze',
  'cumulative regret (rewards)': 'summiertes Bedauern (Belohnungen)',
  'No mushrooms yet': 'Noch keine Pilze',
  'Cumulative regret of the agents: no mushrooms yet.': 'Summiertes Bedauern der Agenten: noch keine Pilze.',
  'Cumulative regret after {count, plural, one {# mushroom} other {# mushrooms}}, least first: {regrets}.':
    'Summiertes Bedauern nach {count, plural, one {# Pilz} other {# Pilzen}}, das kleinste zuerst: {regrets}.',
  'expected reward of eating': 'erwartete Belohnung fürs Essen',
  'Expected reward of eating, {count} draws of the posterior: {hopeful} above 0. The draw that decides expects {eat} of eating and {leave} of leaving: eat. On average eating brings {expectedReward}.':
    'Erwartete Belohnung fürs Essen, {count} Ziehungen aus dem Posterior: {hopeful} über 0. Die Ziehung, die entscheidet, erwartet {eat} vom Essen und {leave} vom Stehenlassen: essen. Im Mittel bringt Essen {expectedReward}.',
  'Expected reward of eating, {count} draws of the posterior: {hopeful} above 0. The draw that decides expects {eat} of eating and {leave} of leaving: leave. On average eating brings {expectedReward}.':
    'Erwartete Belohnung fürs Essen, {count} Ziehungen aus dem Posterior: {hopeful} über 0. Die Ziehung, die entscheidet, erwartet {eat} vom Essen und {leave} vom Stehenlassen: stehen lassen. Im Mittel bringt Essen {expectedReward}.',
};
