import type { Catalogue } from '../index.ts';

/** The views of prediction, costs, network and weights; slow motion, and runs side by side. */
export const panelsViews: Catalogue = {
  // Costs, calibration, network and weights.
  'Over the run': 'Im Lauf',
  'In bits': 'In Bit',
  'Costs shown as': 'Kosten gezeigt als',
  Costs: 'Kosten',
  Calibration: 'Kalibrierung',
  'No points to check against.': 'Keine Punkte zum Prüfen.',
  'Known after the first step.': 'Nach dem ersten Schritt bekannt.',
  'This method has no q, so its weights have no description length.':
    'Dieses Verfahren hat kein q, seine Gewichte haben also keine Beschreibungslänge.',
  'Freeze ε': 'ε fest',
  Resample: 'Neu ziehen',
  'The whole of q is drawn, no single w.': 'Ganz q ist gezeichnet, kein einzelnes w.',
  'One ε for good: w moves only because μ and σ do.':
    'Ein ε für immer: w bewegt sich nur, weil μ und σ es tun.',
  'Another ε at every picture: w = μ + σ ∘ ε.': 'Bei jedem Bild ein anderes ε: w = μ + σ ∘ ε.',
  'w = μ, the means, without noise.': 'w = μ, die Mittelwerte, ohne Rauschen.',
  'Draw that is followed: w = μ + σ ∘ ε, ε standard normal noise':
    'Verfolgte Ziehung: w = μ + σ ∘ ε, ε standardnormales Rauschen',
  'The next draw of q': 'Die nächste Ziehung aus q',
  Next: 'Weiter',
  'w = μ costs {cost}': 'w = μ kostet {cost}',
  'draw {index} costs {cost}': 'Ziehung {index} kostet {cost}',
  'Too large a network to follow one draw.': 'Zu großes Netz, um eine Ziehung zu verfolgen.',
  'Point at a weight to see its q (blue) against its prior p (orange); click or tap to keep it.':
    'Auf ein Gewicht zeigen, um sein q (blau) neben seinem Prior p (orange) zu sehen; klicken oder tippen, um es zu behalten.',
  'Point at an edge to see its q (blue) against its prior p (orange); click or tap to keep it. The bar at the left of a unit is its bias.':
    'Auf eine Kante zeigen, um ihr q (blau) neben ihrem Prior p (orange) zu sehen; klicken oder tippen, um sie zu behalten. Der Balken links an einem Neuron ist sein Bias.',
  'By layer': 'Je Schicht',
  'Mean and width': 'μ und σ',
  'Signal/noise': 'Signal/Rauschen',
  Weights: 'Gewichte',
  'Weights shown as': 'Gewichte gezeigt als',

  // The truth beside the fit.
  'This posterior is a normal that can be written down: it is laid over the bands at once':
    'Dieser Posterior ist eine Normalverteilung, die sich hinschreiben lässt: Er wird sofort über die Bänder gelegt',
  'Draws the posterior itself by Hamiltonian Monte Carlo, beside the training, and lays it over the bands':
    'Zieht aus dem Posterior selbst, mit Hamiltonian Monte Carlo neben dem Training, und legt ihn über die Bänder',
  'Compare with the truth (exact)': 'Wahrheit zeigen (exakt)',
  'Compare with the truth (HMC)': 'Wahrheit zeigen (HMC)',
  'Compare with another method': 'Mit einem anderen Verfahren vergleichen',
  Hide: 'Ausblenden',
  'the chains agree': 'die Ketten stimmen überein',
  'the chains agree only roughly': 'die Ketten stimmen nur ungefähr überein',
  'the chains do not agree, so trust it little': 'die Ketten stimmen nicht überein, also wenig glauben',
  'HMC: {share}, warming up': 'HMC: {share}, wärmt sich auf',
  'HMC: {share}, R-hat {rHat}': 'HMC: {share}, R-hat {rHat}',
  'The posterior itself, written down: no draws, no error.':
    'Der Posterior selbst, hingeschrieben: keine Ziehungen, kein Fehler.',
  '{name}: trained beside this run, on the same data and seed.':
    '{name}: neben diesem Lauf trainiert, mit denselben Daten und demselben Startwert.',
  'HMC: R-hat {rHat}, {verdict}; worth {draws} independent draws.':
    'HMC: R-hat {rHat}, {verdict}; so viel wert wie {draws} unabhängige Ziehungen.',
  '{name} runs.': '{name} läuft.',

  // The prediction.
  Predictive: 'Vorhersage',
  Predictions: 'Vorhersagen',
  'Clear…': 'Löschen …',
  'Guess…': 'Schätzen …',
  Done: 'Fertig',
  'Guess the band': 'Das Band schätzen',
  'Drag the edges to the {share} band of y that you expect.':
    'Die Ränder auf das erwartete {share}-Band von y ziehen.',
  'Drag the edges to the {share} band of y that you expect. Training goes on meanwhile.':
    'Die Ränder auf das erwartete {share}-Band von y ziehen. Das Training geht derweil weiter.',
  Reveal: 'Aufdecken',
  'Guess again': 'Noch einmal schätzen',
  'Clear data': 'Daten löschen',
  'Drag across the plot, or:': 'Über das Diagramm ziehen, oder:',
  '{name} from {low} to {high}': '{name} von {low} bis {high}',
  'Clear from {name}': 'Löschen ab {name}',
  'Clear to {name}': 'Löschen bis {name}',
  '{count, plural, one {Clear # point} other {Clear # points}}':
    '{count, plural, one {# Punkt löschen} other {# Punkte löschen}}',
  'class {number}': 'Klasse {number}',
  'new class {number}': 'neue Klasse {number}',
  Map: 'Karte',
  'Whose prediction': 'Wessen Vorhersage',
  'Keys 1 to 4, while the plot has the focus': 'Tasten 1 bis 4, solange das Diagramm den Fokus hat',
  Add: 'Neu:',
  'Class of new points': 'Klasse neuer Punkte',
  'Epistemic entropy over the whole map, on average: {ofTruth} nats by {name}, {ofFit} by q.':
    'Epistemische Entropie über die ganze Karte, im Mittel: {ofTruth} nats nach {name}, {ofFit} nach q.',
  'Modelled: {what}.': 'Modelliert: {what}.',
  'What is drawn': 'Was gezeichnet ist',
  'Predicted against actual': 'Vorhersage gegen Wert',
  'Row by row': 'Zeile für Zeile',
  'Along one input': 'Entlang einer Eingabe',
  'Rows that training never sees.': 'Zeilen, die das Training nie sieht.',
  'Training rows; none are held out.': 'Trainingszeilen; keine sind zurückgehalten.',
  Input: 'Eingabe',
  Class: 'Klasse',
  'Other inputs at their medians.': 'Andere Eingaben an ihren Medianen.',
  'One row': 'Eine Zeile',
  'Order of the rows': 'Reihenfolge der Zeilen',
  '{number} of {count}': '{number} von {count}',

  // Images.
  'Order of the images': 'Reihenfolge der Bilder',
  'What to look at': 'Was zu sehen ist',
  '{shown} of {count} images that training never sees':
    '{shown} von {count} Bildern, die das Training nie sieht',
  'a {trueClass}': 'eine {trueClass}',
  'a {trueClass}, taken for a {given} with {probability}':
    'eine {trueClass}, gehalten für eine {given} mit {probability}',
  'Image {number}: {words}': 'Bild {number}: {words}',
  Image: 'Bild',
  Turn: 'Drehen',
  Draw: 'Zeichnen',
  'No digit': 'Keine Ziffer',
  Filters: 'Filter',
  Pruning: 'Ausdünnen',
  'Training never saw it.': 'Das Training hat es nie gesehen.',
  'Meant as a {label}. Training never saw it.': 'Gemeint als {label}. Das Training hat es nie gesehen.',
  '{angle} degrees': '{angle} Grad',
  'Draw a digit, large and in the middle.': 'Eine Ziffer zeichnen, groß und in die Mitte.',
  'Drawing pad': 'Zeichenfläche',
  'Pad: arrow keys move the pen, Space lowers or lifts it, Delete clears. The pen is down.':
    'Fläche: Pfeiltasten bewegen den Stift, die Leertaste senkt oder hebt ihn, Entf löscht. Der Stift ist unten.',
  'Pad: arrow keys move the pen, Space lowers or lifts it, Delete clears. The pen is up.':
    'Fläche: Pfeiltasten bewegen den Stift, die Leertaste senkt oder hebt ihn, Entf löscht. Der Stift ist oben.',
  'Clear the pad': 'Fläche löschen',
  'Other noise': 'Anderes Rauschen',
  'The image, inverted': 'Das Bild, umgekehrt',
  'Letter {letter}': 'Buchstabe {letter}',
  'No digit: a network that knows what it does not know is unsure, and its draws disagree.':
    'Keine Ziffer: Ein Netz, das weiß, was es nicht weiß, ist unsicher, und seine Ziehungen sind uneins.',
  'Filters of the first convolution. Left the mean of each weight: blue looks for ink, orange for paper. Right how unsure it is: the stronger, the wider q(w).':
    'Filter der ersten Faltung. Links das Mittel jedes Gewichts: Blau sucht Tinte, Orange Papier. Rechts, wie unsicher es ist: je kräftiger, desto breiter q(w).',
  'Weights set to zero, least signal to noise |μ|/σ first.':
    'Auf null gesetzte Gewichte, kleinstes Signal-Rausch-Verhältnis |μ|/σ zuerst.',
  '{share} of {weights} can go for at most one point of accuracy.':
    '{share} von {weights} dürfen weg für höchstens einen Prozentpunkt Trefferquote.',
  Pruned: 'Ausgedünnt',

  // Slow motion.
  'Step {step}, slowly': 'Schritt {step}, langsam',
  'A step, slowly': 'Ein Schritt, langsam',
  Back: 'Zurück',
  Hold: 'Halten',
  'Play slowly': 'Langsam abspielen',
  'Take the step': 'Schritt ausführen',
  'Next part': 'Nächster Teil',
  'Draw ε': 'ε ziehen',
  Forward: 'Vorwärts',
  Gradients: 'Gradienten',
  Update: 'Aktualisieren',
  'f = network(x, w)': 'f = Netz(x, w)',
  'The program of one step: Bayes by Backprop, its values for {weight}, and plain backprop':
    'Das Programm eines Schritts: Bayes by Backprop, seine Werte für {weight} und einfaches Backprop',
  'now, {weight}': 'jetzt, {weight}',
  'Plain backprop': 'Einfaches Backprop',
  'no noise: w is one number': 'kein Rauschen: w ist eine Zahl',
  'Lines that differ are marked with a bar. πᵢ: this minibatch’s share of the complexity cost, β included: {share} (Blundell et al. 2015, §3.4).':
    'Zeilen, die sich unterscheiden, tragen einen Balken. πᵢ: Anteil dieses Minibatches an den Komplexitätskosten, samt β: {share} (Blundell et al. 2015, §3.4).',
  'This network is too large to take a step apart. Try fewer units, points or samples.':
    'Dieses Netz ist zu groß, um einen Schritt zu zerlegen. Weniger Neuronen, Punkte oder Ziehungen versuchen.',
  'This method has no step of Bayes by Backprop.':
    'Dieses Verfahren kennt keinen Schritt von Bayes by Backprop.',
  '{count, plural, one {# weight} other {# weights}}': '{count, plural, one {# Gewicht} other {# Gewichte}}',
  'One standard normal number for each of {weights}. For {name}: ε = {epsilon}.':
    'Je eine standardnormale Zahl für {weights}. Für {name}: ε = {epsilon}.',
  'One standard normal number for each of {weights}. For {name}: ε = {epsilon} (the first of S = {samples} samples; the step averages them).':
    'Je eine standardnormale Zahl für {weights}. Für {name}: ε = {epsilon} (die erste von S = {samples} Ziehungen; der Schritt mittelt sie).',
  'This estimator ({estimator}) draws no weights: it draws what every unit adds up, for every point anew.':
    'Dieser Schätzer ({estimator}) zieht keine Gewichte: Er zieht, was jedes Neuron aufsummiert, für jeden Punkt neu.',
  'So there is no w to show. Choose weight sampling under Inference to see one.':
    'Also gibt es kein w zu zeigen. Unter Inferenz „Ziehen der Gewichte“ wählen, um eines zu sehen.',
  'The network with these weights answers at {points}: the dash-dotted curve.':
    'Das Netz mit diesen Gewichten antwortet ({points}): die strichpunktierte Kurve.',
  'The network answers at {points}, each with noise of its own.':
    'Das Netz antwortet ({points}), jedes Mal mit eigenem Rauschen.',
  'F = {complexity} for leaving the prior {sign} {likelihood} for missing the data = {whole}: what this step sees. The objective below the plots averages more draws, over all points.':
    'F = {complexity} dafür, den Prior zu verlassen, {sign} {likelihood} dafür, die Daten zu verfehlen = {whole}: was dieser Schritt sieht. Die Zielfunktion unter den Diagrammen mittelt mehr Ziehungen, über alle Punkte.',
  'Backprop through w gives ∂F/∂μ = {gradientMu}. For ∂F/∂ρ = {gradientRho} each sample’s slope is taken times its ε and the slope of σ. Both are means over the samples, with the pull of the prior.':
    'Backprop durch w ergibt ∂F/∂μ = {gradientMu}. Für ∂F/∂ρ = {gradientRho} wird die Steigung jeder Ziehung mit ihrem ε und der Steigung von σ malgenommen. Beide sind Mittel über die Ziehungen, samt dem Zug des Priors.',
  'not drawn': 'nicht gezogen',
  '{optimiser} at rate {rate} moves μ from {mu} to {muAfter}, ρ from {rho} to {rhoAfter}: σ from {sigma} to {sigmaAfter}.':
    '{optimiser} mit Lernrate {rate} bewegt μ von {mu} nach {muAfter}, ρ von {rho} nach {rhoAfter}: σ von {sigma} nach {sigmaAfter}.',
  '{count} rows': '{count} Zeilen',

  // Side by side.
  'Side by side': 'Nebeneinander',
  'Side by side: two experiments, or several values of one control':
    'Nebeneinander: zwei Experimente oder mehrere Werte einer Einstellung',
  'What is compared': 'Was verglichen wird',
  'Several values': 'Mehrere Werte',
  'The same data, seed and noise; the same axes.':
    'Dieselben Daten, derselbe Startwert, dasselbe Rauschen; dieselben Achsen.',
  'A: this experiment': 'A: dieses Experiment',
  'Go on with B': 'Mit B weitermachen',
  'Training of all': 'Training aller',
  'Pause all': 'Alle anhalten',
  'Train all': 'Alle trainieren',
  'Diverged at step {step}.': 'Divergiert bei Schritt {step}.',
  '{name} changes nothing here: this experiment does not use it.':
    '{name} ändert hier nichts: Dieses Experiment verwendet es nicht.',
  'Compared by its numbers below.': 'Verglichen durch die Zahlen unten.',
  'The runs in numbers': 'Die Läufe in Zahlen',
  'How B differs': 'Worin sich B unterscheidet',
  'Value of {path} in B': 'Wert von {path} in B',
  'B differs no more in {path}': 'B unterscheidet sich nicht mehr in {path}',
  'And in…': 'Und in …',
  Control: 'Einstellung',
  'Value {number}': 'Wert {number}',
  'total cost ({units})': 'Gesamtkosten ({units})',
  'complexity cost ({units})': 'Komplexitätskosten ({units})',
  'likelihood cost ({units})': 'Likelihood-Kosten ({units})',
  RMSE: 'RMSE',
  accuracy: 'Trefferquote',
  'log p(y) a point': 'log p(y) je Punkt',
  'calibration error': 'Kalibrierungsfehler',
  'largest epistemic sd': 'größte epistemische Standardabweichung',
  'noise sd': 'Standardabweichung des Rauschens',
};
