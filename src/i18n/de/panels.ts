import type { Catalogue } from '../index.ts';

/** The controls of the experiment: data, prior, network, likelihood, inference, prediction. */
export const panels: Catalogue = {
  // Fields of every kind.
  'Changing this restarts training': 'Eine Änderung beginnt das Training neu',
  'Changing this restarts training.': 'Eine Änderung beginnt das Training neu.',
  'Reset {label}': '{label} zurücksetzen',
  reset: 'zurück',
  '{label}: type a number': '{label}: eine Zahl eingeben',
  '“{text}” is not a number': '„{text}“ ist keine Zahl',
  'Point at a control, or tap it, to read what it does. ↻ marks those that restart training.':
    'Auf eine Einstellung zeigen oder tippen, um zu lesen, was sie tut. ↻ steht, wo eine Änderung das Training neu beginnt.',
  Kind: 'Art',

  // Data.
  Data: 'Daten',
  'Data set': 'Datensatz',
  'Your own data': 'Eigene Daten',
  'A curve': 'Eine Kurve',
  'Classes in the plane': 'Klassen in der Ebene',
  Images: 'Bilder',
  Series: 'Zeitreihen',
  'What the network learns from. Each is chosen to show one thing, named underneath.':
    'Woraus das Netz lernt. Jeder Datensatz zeigt eines besonders gut; was, steht darunter.',
  'Points you placed yourself: clear a gap and watch the band open in it.':
    'Selbst gesetzte Punkte: eine Lücke freiräumen und zusehen, wie sich das Band darin öffnet.',
  'A table of your own: how sure is the network of rows that it never saw?':
    'Eine eigene Tabelle: Wie sicher ist das Netz bei Zeilen, die es nie gesehen hat?',
  'Images of your own: which is the network unsure of, and rightly?':
    'Eigene Bilder: Bei welchen ist das Netz unsicher, und zu Recht?',
  'Number of points': 'Anzahl der Punkte',
  'How many points are drawn. More points: a narrower epistemic band; the aleatoric one stays.':
    'Wie viele Punkte gezogen werden. Mehr Punkte: Das epistemische Band wird schmaler, das aleatorische bleibt.',
  'The standard deviation of the noise that the points are drawn with; the network is not told.':
    'Die Standardabweichung des Rauschens, mit dem die Punkte gezogen werden; das Netz erfährt sie nicht.',
  'Held out': 'Zurückgehalten',
  'Share of the rows that training never sees, drawn by the seed: predictions are scored on them.':
    'Anteil der Zeilen, die das Training nie sieht, nach dem Startwert gezogen: An ihnen werden Vorhersagen gemessen.',
  Classes: 'Klassen',
  'Classes to tell apart. Two: a Bernoulli likelihood; more: categorical.':
    'Zu unterscheidende Klassen. Zwei: Bernoulli-Likelihood; mehr: kategorial.',
  Across: 'Waagrecht',
  Upwards: 'Senkrecht',
  '{count, plural, one {# point} other {# points}}': '{count, plural, one {# Punkt} other {# Punkte}}',
  '{count, plural, one {# image} other {# images}}': '{count, plural, one {# Bild} other {# Bilder}}',
  '{count, plural, one {# row} other {# rows}}': '{count, plural, one {# Zeile} other {# Zeilen}}',
  '{data}, and {others} that training never sees.': '{data}, dazu {others}, die das Training nie sieht.',
  '{data}.': '{data}.',
  'Click or tap in the plot to add one; drag to move it.':
    'Klicken oder Tippen im Diagramm fügt einen hinzu, Ziehen verschiebt ihn.',
  Undo: 'Rückgängig',
  'Undo the last change of the points (Ctrl Z)': 'Die letzte Änderung der Punkte rückgängig machen (Strg Z)',
  Redo: 'Wiederholen',
  'Redo what was undone (Ctrl Shift Z)': 'Rückgängig Gemachtes wiederholen (Strg Umschalt Z)',
  Clear: 'Leeren',
  'Remove all points': 'Alle Punkte entfernen',
  'Numbers…': 'Zahlen …',
  'The points as a table of numbers': 'Die Punkte als Tabelle von Zahlen',
  'Import CSV…': 'CSV laden …',
  'Your own data, from a file or from pasted text': 'Eigene Daten, aus einer Datei oder aus eingefügtem Text',
  'Import images…': 'Bilder laden …',
  'Images of your own, from IDX files such as those of MNIST':
    'Eigene Bilder, aus IDX-Dateien wie denen von MNIST',

  // Prior.
  Prior: 'Prior',
  'The distribution of every weight before training. The complexity cost charges for leaving it.':
    'Die Verteilung jedes Gewichts vor dem Training. Die Komplexitätskosten bezahlen dafür, sie zu verlassen.',
  'Shapes the density above. Before the first step the plot shows what the network makes of it.':
    'Formt die Dichte darüber. Vor dem ersten Schritt zeigt das Diagramm, was das Netz daraus macht.',
  'Scaling by layer': 'Skalierung je Schicht',
  'The same everywhere': 'Überall gleich',
  'Divided by √fan-in, wide layers get narrower priors and the function keeps its size as the network grows.':
    'Geteilt durch √Eingänge erhalten breite Schichten schmalere Prioren, und die Funktion behält ihre Größe, wenn das Netz wächst.',

  // Network.
  Network: 'Netz',
  'How the network looks at its inputs: all at once, place by place, or one after the other.':
    'Wie das Netz seine Eingaben ansieht: alle zugleich, Stelle für Stelle oder eine nach der anderen.',
  Window: 'Fenster',
  steps: 'Schritte',
  'Time steps that the network sees before the one that it predicts.':
    'Zeitschritte, die das Netz vor dem sieht, den es vorhersagt.',
  'Hidden layers': 'Verdeckte Schichten',
  'Dense layers': 'Dichte Schichten',
  'Units in each hidden layer, from input to output. Without any, the model is a straight line.':
    'Neuronen in jeder verdeckten Schicht, von der Eingabe zur Ausgabe. Ohne Schichten ist das Modell eine Gerade.',
  'Units in hidden layer {number}': 'Neuronen in der verdeckten Schicht {number}',
  'Remove hidden layer {number}': 'Verdeckte Schicht {number} entfernen',
  'Add a hidden layer': 'Verdeckte Schicht hinzufügen',
  Activation: 'Aktivierung',
  'The bend in every hidden unit. ReLU goes on as straight lines away from the data; tanh flattens out there.':
    'Der Knick in jedem verdeckten Neuron. ReLU geht fern der Daten gerade weiter, tanh wird dort flach.',
  Convolutions: 'Faltungen',
  'Filters in each convolution. After each one the image is halved: of every 2 × 2 places the largest value stays.':
    'Filter in jeder Faltung. Nach jeder wird das Bild halbiert: Von je 2 × 2 Stellen bleibt der größte Wert.',
  'Filters in convolution {number}': 'Filter in Faltung {number}',
  'Remove convolution {number}': 'Faltung {number} entfernen',
  'Add a convolution': 'Faltung hinzufügen',
  'Filter size': 'Filtergröße',
  'Side of every filter in pixels.': 'Seitenlänge jedes Filters in Pixeln.',
  Cell: 'Zelle',
  'How the cell remembers: through gates (LSTM, GRU), or by writing over what it knew (simple).':
    'Wie die Zelle sich erinnert: durch Tore (LSTM, GRU) oder indem sie überschreibt, was sie wusste (einfach).',
  Units: 'Neuronen',
  'Units in each cell. A second cell reads what the first one gives at every step.':
    'Neuronen in jeder Zelle. Eine zweite Zelle liest bei jedem Schritt, was die erste ausgibt.',
  'Units in cell {number}': 'Neuronen in Zelle {number}',
  'Remove cell {number}': 'Zelle {number} entfernen',
  'Add a cell': 'Zelle hinzufügen',
  'Sharpen the posterior': 'Posterior schärfen',
  'Lets every minibatch train weights of its own, moved from the draw along its gradient, and pay their KL (Fortunato et al. 2017).':
    'Jeder Minibatch trainiert eigene Gewichte, von der Ziehung entlang ihres Gradienten verschoben, und bezahlt deren KL (Fortunato et al. 2017).',

  // Likelihood.
  Likelihood: 'Likelihood',
  'How the data scatter around the function: its negative logarithm is the likelihood cost.':
    'Wie die Daten um die Funktion streuen: Ihr negativer Logarithmus sind die Likelihood-Kosten.',
  Noise: 'Rauschen',
  'Noise at the start': 'Rauschen zu Beginn',
  'The standard deviation of the noise that the likelihood expects, in the units of y: the aleatoric band.':
    'Die Standardabweichung des Rauschens, das die Likelihood erwartet, in den Einheiten von y: das aleatorische Band.',
  'The noise that the network says everywhere before its first step, in the units of y. Rewind to start from it.':
    'Das Rauschen, das das Netz vor dem ersten Schritt überall angibt, in den Einheiten von y. Zurückspulen, um damit zu beginnen.',
  'Learn the noise': 'Rauschen lernen',
  'Lets training find the noise together with the weights, by the same cost. Off: it stays where you set it.':
    'Das Training findet das Rauschen zusammen mit den Gewichten, nach denselben Kosten. Aus: Es bleibt, wie es eingestellt ist.',
  'Noise now {sigma}': 'Rauschen jetzt {sigma}',

  // Inference.
  Inference: 'Inferenz',
  Method: 'Verfahren',
  'How the weights of the predictions are found: by fitting a distribution, by training networks, or by drawing.':
    'Wie die Gewichte für die Vorhersagen gefunden werden: durch Anpassen einer Verteilung, durch Trainieren von Netzen oder durch Ziehen.',
  'Dropout rate': 'Dropout-Rate',
  'The probability with which each hidden unit is switched off. More: a wider epistemic band.':
    'Die Wahrscheinlichkeit, mit der jedes verdeckte Neuron abgeschaltet wird. Mehr: ein breiteres epistemisches Band.',
  'Initial posterior width': 'Anfangsbreite des Posteriors',
  'The standard deviation every q(w) starts from. Narrow starts fit the data first and widen later.':
    'Die Standardabweichung, mit der jedes q(w) beginnt. Schmal begonnen passt es sich erst an die Daten an und wird später breiter.',
  Estimator: 'Schätzer',
  'Where the noise of the gradient enters: in the weights, or in the activations.':
    'Wo das Rauschen des Gradienten hineinkommt: in den Gewichten oder in den Aktivierungen.',
  'Complexity cost': 'Komplexitätskosten',
  Analytic: 'Analytisch',
  'Monte Carlo': 'Monte Carlo',
  'Analytic adds no noise to the gradient; Monte Carlo works for every prior.':
    'Analytisch bringt kein Rauschen in den Gradienten; Monte Carlo geht mit jedem Prior.',
  Optimiser: 'Optimierer',
  'How a gradient becomes a step. Choosing one brings a learning rate that suits it.':
    'Wie aus einem Gradienten ein Schritt wird. Mit der Wahl kommt eine passende Lernrate.',
  'Learning rate': 'Lernrate',
  'The size of a step. Too large and the cost jumps or diverges; too small and nothing seems to happen.':
    'Die Größe eines Schritts. Zu groß: Die Kosten springen oder divergieren; zu klein: Es scheint nichts zu geschehen.',
  'Batch size': 'Batchgröße',
  'The points that each step sees: all of them, or a minibatch, which makes steps cheap and gradients noisy.':
    'Die Punkte, die jeder Schritt sieht: alle, oder einen Minibatch; das macht Schritte billig und Gradienten verrauscht.',
  Full: 'Alle',
  Minibatch: 'Minibatch',
  'Points in a minibatch': 'Punkte in einem Minibatch',
  'KL share of a batch': 'KL-Anteil eines Batches',
  'Prior’s share of a batch': 'Prior-Anteil eines Batches',
  'How the cost of the weights themselves is split over the minibatches of an epoch. The shares add up to 1.':
    'Wie sich die Kosten der Gewichte selbst auf die Minibatches einer Epoche verteilen. Die Anteile ergeben zusammen 1.',
  'KL weight': 'KL-Gewicht',
  'Prior weight': 'Prior-Gewicht',
  'Multiplies the complexity cost. Below 1 the posterior is colder and surer than Bayes’ rule allows.':
    'Multipliziert die Komplexitätskosten. Unter 1 ist der Posterior kälter und sicherer, als die Regel von Bayes erlaubt.',
  'Multiplies −log p(w) in training. Below 1 the prior counts for less than Bayes’ rule says.':
    'Multipliziert −log p(w) im Training. Unter 1 zählt der Prior weniger, als die Regel von Bayes sagt.',
  'Not a bound on the evidence while β ≠ 1.': 'Keine Schranke für die Evidenz, solange β ≠ 1.',
  'Not the posterior of this prior while β ≠ 1.': 'Nicht der Posterior zu diesem Prior, solange β ≠ 1.',
  'Training stops': 'Training endet',
  'when it has converged': 'wenn es konvergiert ist',
  'when I say so': 'erst auf Knopfdruck',
  'By itself when the cost stands still, once in a run; Train then goes on all the same.':
    'Von selbst, wenn die Kosten stillstehen, einmal je Lauf; „Trainieren“ geht danach trotzdem weiter.',
  'And at step (0: at none)': 'Und bei Schritt (0: bei keinem)',
  'A step at which training rests in any case, so that every screen in a room shows the same.':
    'Ein Schritt, bei dem das Training in jedem Fall ruht, damit alle Bildschirme im Raum dasselbe zeigen.',
  'The chains say here whether they agree, once they run.':
    'Hier sagen die Ketten, ob sie übereinstimmen, sobald sie laufen.',
  Chains: 'Ketten',
  'not yet: too few draws': 'noch nicht: zu wenige Ziehungen',
  'warning: the chains do not agree yet': 'Achtung: die Ketten stimmen noch nicht überein',
  'good: the chains agree': 'gut: die Ketten stimmen überein',
  'R-hat': 'R-hat',
  'Effective draws': 'Effektive Ziehungen',
  'independent draws these are worth': 'unabhängige Ziehungen, die diese wert sind',
  Draws: 'Ziehungen',
  'kept of each of {chains} chains': 'behalten von jeder der {chains} Ketten',
  'Warm-up left': 'Aufwärmphase noch',
  'steps that tune and are thrown away': 'Schritte, die abstimmen und verworfen werden',
  done: 'fertig',
  Acceptance: 'Annahme',
  'of proposals; 80 % is aimed at': 'der Vorschläge; angestrebt sind 80 %',
  Divergences: 'Divergenzen',
  'warning: paths that ran away': 'Achtung: Pfade, die davonliefen',
  'paths that ran away': 'Pfade, die davonliefen',

  // Prediction.
  Prediction: 'Vorhersage',
  'Posterior draws': 'Posterior-Ziehungen',
  'How many functions, drawn from the posterior as it is now, stand behind the bands. Few: ragged bands.':
    'Wie viele Funktionen, aus dem jetzigen Posterior gezogen, hinter den Bändern stehen. Wenige: ausgefranste Bänder.',
  'Probability of the band': 'Wahrscheinlichkeit des Bandes',
  'The central probability of both bands. At 0.9, nine new points in ten should fall inside the outer one.':
    'Die mittlere Wahrscheinlichkeit beider Bänder. Bei 0,9 sollten neun von zehn neuen Punkten ins äußere fallen.',
  'Weights pruned': 'Ausgedünnte Gewichte',
  'Sets this fraction of the weights to zero in the prediction, least signal to noise |μ|/σ first. Training goes on untouched.':
    'Setzt diesen Anteil der Gewichte in der Vorhersage auf null, das kleinste Signal-Rausch-Verhältnis |μ|/σ zuerst. Das Training bleibt unberührt.',
  'Show single draws': 'Einzelne Ziehungen zeigen',
  'Draws the first functions behind the band as thin lines: each is one network the posterior believes in.':
    'Zeichnet die ersten Funktionen hinter dem Band als dünne Linien: Jede ist ein Netz, an das der Posterior glaubt.',
};
