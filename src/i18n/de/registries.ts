import type { Catalogue } from '../index.ts';

/** What can be chosen, and what it teaches: data sets, priors, likelihoods, estimators, methods, networks, optimisers, agents. */
export const registries: Catalogue = {
  // Data sets.
  'Blundell’s curve': 'Blundells Kurve',
  'The band hugs the data and opens beyond them, though not enough: compare with the truth.':
    'Das Band schmiegt sich an die Daten und öffnet sich jenseits von ihnen, wenn auch nicht genug: mit der Wahrheit vergleichen.',
  'Spread of ε, inside and outside the sines': 'Streuung von ε, in den Sinus und außerhalb',
  Cubic: 'Kubisch',
  'Twenty points settle the middle; the band opens wide beyond them.':
    'Zwanzig Punkte legen die Mitte fest; jenseits von ihnen öffnet sich das Band weit.',
  'Sine with a gap': 'Sinus mit Lücke',
  'Epistemic uncertainty grows where there is no data, even between data.':
    'Epistemische Unsicherheit wächst, wo keine Daten sind, auch zwischen Daten.',
  'Two clusters': 'Zwei Haufen',
  'Between two far clusters a mean-field posterior is surer than it should be.':
    'Zwischen zwei fernen Haufen ist ein Mean-Field-Posterior sicherer, als er sein sollte.',
  'Step function': 'Sprungfunktion',
  'A jump is hard for a smooth function: watch where the draws disagree.':
    'Ein Sprung ist schwer für eine glatte Funktion: Achten Sie darauf, wo die Ziehungen uneins sind.',
  'Widening noise': 'Wachsendes Rauschen',
  'The noise grows with x: one noise width for all is too wide on the left, too narrow on the right.':
    'Das Rauschen wächst mit x: Eine Breite für alles ist links zu groß und rechts zu klein.',
  'Motorcycle impact (real)': 'Motorradaufprall (echt)',
  'Real data whose noise changes with time: calm before the impact, wild after it.':
    'Echte Daten, deren Rauschen sich mit der Zeit ändert: vor dem Aufprall ruhig, danach wild.',
  'Old Faithful (real)': 'Old Faithful (echt)',
  'Two clusters of eruptions, short and long, with few in between.':
    'Zwei Haufen von Ausbrüchen, kurze und lange, dazwischen wenige.',
  'Two moons': 'Zwei Monde',
  'A bent boundary, sure along the moons, unsure where neither reaches.':
    'Eine gebogene Grenze, sicher entlang der Monde, unsicher, wohin keiner reicht.',
  Circles: 'Kreise',
  'One class around the other: outside both, the network only guesses how the ring goes on.':
    'Eine Klasse um die andere: Außerhalb beider rät das Netz nur, wie der Ring weitergeht.',
  'No straight line parts these classes; where the four clusters meet, none of them rules.':
    'Keine Gerade trennt diese Klassen; wo sich die vier Haufen treffen, herrscht keine.',
  Gaussians: 'Normalverteilungen',
  'Where clusters overlap more data do not help (aleatoric); far away they would (epistemic).':
    'Wo Haufen sich überlappen, helfen mehr Daten nicht (aleatorisch); weit weg würden sie es (epistemisch).',
  Spirals: 'Spiralen',
  'A hard boundary that needs many weights: watch what the complexity cost allows.':
    'Eine schwere Grenze, die viele Gewichte braucht: Achten Sie darauf, was die Komplexitätskosten zulassen.',
  'Iris (real)': 'Schwertlilien (echt)',
  'Two species overlap: their border stays uncertain however long you train.':
    'Zwei Arten überlappen sich: Ihre Grenze bleibt unsicher, wie lange man auch trainiert.',
  'Handwritten digits (real)': 'Handgeschriebene Ziffern (echt)',
  'Ten classes from real images: sure of a clear 3, unsure of one that might be an 8, and of what is no digit.':
    'Zehn Klassen aus echten Bildern: sicher bei einer klaren 3, unsicher bei einer, die eine 8 sein könnte, und bei dem, was keine Ziffer ist.',
  'Noisy sine': 'Verrauschter Sinus',
  'A wave goes on: the forecast keeps its beat while single draws drift apart.':
    'Eine Welle geht weiter: Die Prognose hält den Takt, während einzelne Ziehungen auseinanderlaufen.',
  'Damped oscillator': 'Gedämpfte Schwingung',
  'Training saw the large swings, the held-out tail has the small ones: a rule is learned, not a picture.':
    'Das Training sah die großen Ausschläge, der zurückgehaltene Rest hat die kleinen: Gelernt wird eine Regel, kein Bild.',
  'Airline passengers (real)': 'Fluggäste (echt)',
  'A season that grows: modelled is the growth over a year, so that the network need learn neither trend nor season.':
    'Eine wachsende Saison: Modelliert wird das Wachstum über ein Jahr, damit das Netz weder Trend noch Saison lernen muss.',
  'Carbon dioxide (real)': 'Kohlendioxid (echt)',
  'Trend and season of the air we breathe: a forecast of years, and how fast it loses its way.':
    'Trend und Jahreszeit der Luft, die wir atmen: eine Prognose über Jahre, und wie schnell sie sich verliert.',
  'Sunspots (real)': 'Sonnenflecken (echt)',
  'Cycles of eleven years that are never the same: sure of the next year, not of the next cycle.':
    'Zyklen von elf Jahren, die nie gleich sind: sicher beim nächsten Jahr, nicht beim nächsten Zyklus.',
  'Noise sd': 'Rauschen (Standardabw.)',
  'Noise sd at the right end': 'Rauschen (Standardabw.) am rechten Ende',
  'Noise sd, each input': 'Rauschen (Standardabw.) je Eingabe',
  'Spread of each cluster': 'Streuung jedes Haufens',
  'Made for this page': 'Für diese Seite gemacht',
  'After Foong et al. 2020, in one dimension': 'Nach Foong et al. 2020, in einer Dimension',
  'Silverman 1985; 133 measurements, MASS mcycle': 'Silverman 1985; 133 Messungen, MASS mcycle',
  'Azzalini & Bowman 1990; 272 eruptions, R faithful': 'Azzalini & Bowman 1990; 272 Ausbrüche, R faithful',
  'After scikit-learn, make_moons': 'Nach scikit-learn, make_moons',
  'After scikit-learn, make_circles': 'Nach scikit-learn, make_circles',
  'After Minsky & Papert 1969': 'Nach Minsky & Papert 1969',
  'One normal distribution a class': 'Eine Normalverteilung je Klasse',
  'After Lang & Witbrock 1988': 'Nach Lang & Witbrock 1988',
  'Fisher 1936; 150 flowers, two of four measures': 'Fisher 1936; 150 Blüten, zwei von vier Maßen',
  'Alpaydin & Kaynak 1998; 1,797 images, UCI, CC BY 4.0':
    'Alpaydin & Kaynak 1998; 1.797 Bilder, UCI, CC BY 4.0',
  'sin(2πt/20) with noise': 'sin(2πt/20) mit Rauschen',
  'e^(−t/80) cos(2πt/25) with noise': 'e^(−t/80) cos(2πt/25) mit Rauschen',
  'Box & Jenkins 1976; 144 months': 'Box & Jenkins 1976; 144 Monate',
  'Keeling; Mauna Loa, 468 months': 'Keeling; Mauna Loa, 468 Monate',
  'Tong 1996; yearly means, 1700–1988': 'Tong 1996; Jahresmittel, 1700–1988',
  'log, less the same month a year before': 'Logarithmus minus derselbe Monat im Vorjahr',
  'less the same month a year before': 'minus derselbe Monat im Vorjahr',
  'as it is': 'wie es ist',
  'square root': 'Wurzel',
  year: 'Jahr',
  'time step': 'Zeitschritt',
  'time after impact (ms)': 'Zeit nach dem Aufprall (ms)',
  'head acceleration (g)': 'Beschleunigung des Kopfes (g)',
  'eruption length (min)': 'Dauer des Ausbruchs (min)',
  'wait for the next (min)': 'Wartezeit bis zum nächsten (min)',
  'passengers (thousands a month)': 'Fluggäste (Tausend im Monat)',
  displacement: 'Auslenkung',
  sunspots: 'Sonnenflecken',
  'sepal length (cm)': 'Kelchblattlänge (cm)',
  'sepal width (cm)': 'Kelchblattbreite (cm)',
  'petal length (cm)': 'Kronblattlänge (cm)',
  'petal width (cm)': 'Kronblattbreite (cm)',
  'class 1': 'Klasse 1',
  'class 2': 'Klasse 2',
  'class 3': 'Klasse 3',
  'class 4': 'Klasse 4',
  classification: 'Klassifikation',
  regression: 'Regression',

  // Priors.
  Gaussian: 'Normal',
  'Pulls every weight gently towards zero: a smaller width gives smoother, surer functions.':
    'Zieht jedes Gewicht sanft zur Null: Eine kleinere Breite gibt glattere, sicherere Funktionen.',
  'Scale mixture': 'Skalenmischung',
  'A spike at zero and wide shoulders: many weights are switched off, a few may be large.':
    'Eine Spitze bei null und breite Schultern: Viele Gewichte werden abgeschaltet, wenige dürfen groß sein.',
  'Share of the wide part': 'Anteil des breiten Teils',
  'Wide width': 'Große Breite',
  'Narrow width': 'Kleine Breite',
  'A sharp peak and heavier tails than the Gaussian: small weights are pushed harder to zero.':
    'Eine scharfe Spitze und schwerere Ausläufer als die Normalverteilung: Kleine Gewichte werden stärker zur Null gedrückt.',
  Scale: 'Skala',

  // Likelihoods.
  'Gaussian noise': 'Normalverteiltes Rauschen',
  'y = f(x, w) + σ · N(0, 1): one width of noise everywhere, in the units of y.':
    'y = f(x, w) + σ · N(0, 1): überall eine Breite des Rauschens, in den Einheiten von y.',
  'Noise that depends on x': 'Rauschen, das von x abhängt',
  'A second output of the network is the log-variance: the noise may be wide here and narrow there.':
    'Eine zweite Ausgabe des Netzes ist die Log-Varianz: Das Rauschen darf hier groß und dort klein sein.',
  'Bernoulli: two classes': 'Bernoulli: zwei Klassen',
  'The output is the log-odds of class 1: p(y = 1) = 1/(1 + e⁻ᶠ).':
    'Die Ausgabe sind die Log-Odds von Klasse 1: p(y = 1) = 1/(1 + e⁻ᶠ).',
  'Categorical: many classes': 'Kategorial: viele Klassen',
  'One output a class; their softmax is the probability of each.':
    'Eine Ausgabe je Klasse; ihr Softmax ist die Wahrscheinlichkeit einer jeden.',

  // Estimators and schedules.
  'Weight sampling': 'Ziehen der Gewichte',
  'One draw of all weights for each Monte Carlo sample, shared by the whole batch.':
    'Eine Ziehung aller Gewichte je Monte-Carlo-Stichprobe, gemeinsam für den ganzen Batch.',
  'Local reparameterisation': 'Lokale Reparametrisierung',
  'The noise moves from the weights to each example’s activations: the same objective, less noisy gradients.':
    'Das Rauschen wandert von den Gewichten zu den Aktivierungen jedes Beispiels: dieselbe Zielfunktion, weniger verrauschte Gradienten.',
  'One draw for the batch, made a different one for each example by flipping signs: less noise, for any layer.':
    'Eine Ziehung für den Batch, für jedes Beispiel durch Umkehren von Vorzeichen eine andere: weniger Rauschen, in jeder Schicht.',
  Uniform: 'Gleichmäßig',
  'Blundell: early batches carry more': 'Blundell: frühe Batches tragen mehr',
  '÷ √fan-in': '÷ √Eingänge',

  // Methods.
  'A normal q(w) for every weight, fitted by minimising the free energy.':
    'Ein normales q(w) für jedes Gewicht, angepasst durch Minimieren der freien Energie.',
  'posterior q(w) of one weight': 'Posterior q(w) eines Gewichts',
  'mean field underestimates uncertainty there (Foong et al. 2020)':
    'Mean Field unterschätzt die Unsicherheit dort (Foong et al. 2020)',
  'MAP: one best network': 'MAP: das eine beste Netz',
  'The single most probable weights. No epistemic band: a point does not doubt itself.':
    'Die wahrscheinlichsten Gewichte allein. Kein epistemisches Band: Ein Punkt zweifelt nicht an sich.',
  'value of one weight': 'Wert eines Gewichts',
  'one network cannot disagree with itself': 'ein Netz kann sich nicht selbst widersprechen',
  'Deep ensemble': 'Deep Ensemble',
  'Several MAP networks from different starts; where they disagree the band opens.':
    'Mehrere MAP-Netze mit verschiedenen Anfängen; wo sie uneins sind, öffnet sich das Band.',
  Members: 'Mitglieder',
  'How many networks are trained beside each other.': 'Wie viele Netze nebeneinander trainiert werden.',
  'one weight over the members': 'ein Gewicht über die Mitglieder',
  'its members agree where nothing tells them apart':
    'seine Mitglieder sind sich einig, wo nichts sie unterscheidet',
  'MC dropout': 'MC-Dropout',
  'Hidden units are switched off at random, in training and in prediction alike.':
    'Verdeckte Neuronen werden zufällig abgeschaltet, im Training wie in der Vorhersage.',
  'Masks a step': 'Masken je Schritt',
  'How many random masks each step averages over. More: a steadier cost, slower steps.':
    'Über wie viele zufällige Masken jeder Schritt mittelt. Mehr: ruhigere Kosten, langsamere Schritte.',
  'one weight over the masks': 'ein Gewicht über die Masken',
  'masks of one network underestimate uncertainty there (Foong et al. 2020)':
    'Masken eines Netzes unterschätzen die Unsicherheit dort (Foong et al. 2020)',
  'Laplace, diagonal': 'Laplace, diagonal',
  'The MAP network, then a normal whose width is read off the curvature at that point.':
    'Das MAP-Netz, dann eine Normalverteilung, deren Breite an der Krümmung dort abgelesen ist.',
  'normal fit of one weight': 'Normalanpassung eines Gewichts',
  'it knows the curvature at one point only, and no correlations':
    'es kennt die Krümmung nur an einem Punkt, und keine Korrelationen',
  'Hamiltonian Monte Carlo': 'Hamiltonian Monte Carlo',
  'Draws from the posterior itself, by simulated motion. Slow, and the truth when its chains agree.':
    'Zieht durch simulierte Bewegung aus dem Posterior selbst. Langsam, und die Wahrheit, wenn die Ketten übereinstimmen.',
  'How many chains run beside each other; agreement needs at least two.':
    'Wie viele Ketten nebeneinander laufen; Übereinstimmung braucht mindestens zwei.',
  'one weight over the draws': 'ein Gewicht über die Ziehungen',
  'How many draws of the weights each step averages over. More: a steadier cost, slower steps.':
    'Über wie viele Ziehungen der Gewichte jeder Schritt mittelt. Mehr: ruhigere Kosten, langsamere Schritte.',

  // Networks.
  'Fully connected': 'Voll verbunden',
  'Every unit sees every unit of the layer before.': 'Jedes Neuron sieht jedes Neuron der Schicht davor.',
  Convolutional: 'Faltend',
  'Small filters, the same at every place of an image, with a distribution for each of their weights.':
    'Kleine Filter, an jeder Stelle eines Bildes dieselben, mit einer Verteilung für jedes ihrer Gewichte.',
  Recurrent: 'Rekurrent',
  'One cell reads a series step by step, with one draw of its weights for the whole series.':
    'Eine Zelle liest eine Reihe Schritt für Schritt, mit einer Ziehung ihrer Gewichte für die ganze Reihe.',
  Sine: 'Sinus',
  Simple: 'Einfach',

  // Optimisers.
  'Steps of about the learning rate in every direction, steadied by running averages.':
    'Schritte etwa so groß wie die Lernrate in jede Richtung, beruhigt durch laufende Mittel.',
  'Gradient descent': 'Gradientenabstieg',
  'Straight down the gradient, as in the paper. The cost is a sum over the data: keep the rate small.':
    'Geradewegs den Gradienten hinab, wie in der Arbeit. Die Kosten sind eine Summe über die Daten: die Rate klein halten.',
  'Divides each gradient by its recent size.': 'Teilt jeden Gradienten durch seine jüngste Größe.',
  'Kingma & Ba 2015, algorithm 1': 'Kingma & Ba 2015, Algorithmus 1',
  'Blundell et al. 2015, §3.2, step 7': 'Blundell et al. 2015, §3.2, Schritt 7',
  'Tieleman & Hinton 2012, lecture 6.5': 'Tieleman & Hinton 2012, Vorlesung 6.5',
  'Kingma et al. 2015, eq. 6': 'Kingma et al. 2015, Gl. 6',
  'Wen et al. 2018, eq. 3, 4': 'Wen et al. 2018, Gl. 3, 4',
  'Kendall & Gal 2017, eq. 8': 'Kendall & Gal 2017, Gl. 8',
  'Blundell et al. 2015, eq. 7': 'Blundell et al. 2015, Gl. 7',

  // What experiments are compared by, and challenges.
  'Prior width σₚ': 'Prior-Breite σₚ',
  'Wide width σ₁': 'Große Breite σ₁',
  'Narrow width σ₂': 'Kleine Breite σ₂',
  'Share of the wide part π': 'Anteil des breiten Teils π',
  'Scale b': 'Skala b',
  'Monte Carlo samples S': 'Monte-Carlo-Stichproben S',
  'KL weight β': 'KL-Gewicht β',
  'Initial width σ₀': 'Anfangsbreite σ₀',
  'Learning rate α': 'Lernrate α',
  'Noise σ': 'Rauschen σ',
  'Number of points n': 'Anzahl der Punkte n',
  'Reach out': 'Weit hinaus',
  'Add at most three points, so that the network is sure at x = 1, far from the data.':
    'Höchstens drei Punkte hinzufügen, sodass das Netz bei x = 1 sicher ist, weit weg von den Daten.',
  'Unsure where it should be': 'Unsicher, wo es sein sollte',
  'Let the band open to the right of the data: change the prior or the network, not the points.':
    'Das Band rechts der Daten öffnen: den Prior oder das Netz ändern, nicht die Punkte.',
  'As small as can be': 'So klein wie möglich',
  'Explain the curve with at most 31 weights.': 'Die Kurve mit höchstens 31 Gewichten erklären.',
  'Cheap weights': 'Billige Gewichte',
  'Bring the complexity cost below 60 nats without losing the data: the RMSE stays below 0.1.':
    'Die Komplexitätskosten unter 60 nats bringen, ohne die Daten zu verlieren: Der RMSE bleibt unter 0,1.',
  'epistemic sd at x': 'epistemische Standardabw. bei x',
  'aleatoric sd at x': 'aleatorische Standardabw. bei x',
  'mean at x': 'Mittelwert bei x',
  'new points': 'neue Punkte',
  'total cost (nats)': 'Gesamtkosten (nats)',
  'complexity cost (nats)': 'Komplexitätskosten (nats)',

  // The bandit.
  'Thompson sampling': 'Thompson-Sampling',
  'Draws one network from q(w) for each mushroom and does what that network thinks best.':
    'Zieht für jeden Pilz ein Netz aus q(w) und tut, was dieses Netz für das Beste hält.',
  Greedy: 'Gierig',
  'One network; always does what it thinks best.': 'Ein Netz; tut immer, was es für das Beste hält.',
  'The same, but one time in a hundred it does anything.':
    'Dasselbe, aber einmal in hundert Malen tut es irgendetwas.',
  'The same, but one time in twenty it does anything.':
    'Dasselbe, aber einmal in zwanzig Malen tut es irgendetwas.',
  'Edible if it {enough}, or if it both {first} and {second}.':
    'Essbar, wenn er {enough}, oder wenn er sowohl {first} als auch {second}.',
  'has “{sign}”': '„{sign}“ hat',
  'lacks “{sign}”': '„{sign}“ nicht hat',
  'smell of almonds': 'Mandelgeruch',
  'dark spores': 'dunkle Sporen',
  'ring on the stalk': 'Ring am Stiel',
  'crowded gills': 'gedrängte Lamellen',
  'blue bruises': 'blaue Druckstellen',
  'spotted cap': 'gefleckter Hut',
  'swollen foot': 'verdickter Fuß',
  'scaly stalk': 'schuppiger Stiel',
};
