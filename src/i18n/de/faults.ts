import type { Catalogue } from '../index.ts';

/** What is wrong with an experiment, a link or a file. Paths of fields and words of links stay as links write them. */
export const faults: Catalogue = {
  // `inference.samples: 0 is not between 1 and 64`.
  '{value} is not {allowed}': '{value} ist nicht {allowed}',
  '{value} is not an object': '{value} ist kein Objekt',
  '{value} is not an object of fields': '{value} ist kein Objekt mit Feldern',
  'an infinite number': 'eine unendliche Zahl',
  'a list of {count}': 'eine Liste mit {count}',
  'a function': 'eine Funktion',
  'an object': 'ein Objekt',
  'a whole number': 'eine ganze Zahl',
  'between {low} and {high}': 'zwischen {low} und {high}',
  'a number between {low} and {high}': 'eine Zahl zwischen {low} und {high}',
  'a whole number between {low} and {high}': 'eine ganze Zahl zwischen {low} und {high}',
  'above {low} and at most {high}': 'über {low} und höchstens {high}',
  'a number above {low} and at most {high}': 'eine Zahl über {low} und höchstens {high}',
  'above {low} and below {high}': 'über {low} und unter {high}',
  'a number above {low} and below {high}': 'eine Zahl über {low} und unter {high}',
  'true or false': 'true oder false',
  'one of {words}': 'eines von {words}',
  'a name of 1 to {most} characters, none of them a space at its ends':
    'ein Name aus 1 bis {most} Zeichen ohne Leerzeichen an den Enden',
  'letters, digits and . : _ -, at most 80 of them': 'Buchstaben, Ziffern und . : _ -, höchstens 80 davon',
  '{word} or {allowed}': '{word} oder {allowed}',
  'a list': 'eine Liste',
  'a list without repetitions': 'eine Liste ohne Wiederholungen',
  'a list of {fewest} to {most} items': 'eine Liste mit {fewest} bis {most} Einträgen',
  'a list of {fewest} to {most} items, each {allowed}':
    'eine Liste mit {fewest} bis {most} Einträgen, jeder {allowed}',
  'low,high with low < high, or null': 'unten,oben mit unten < oben, oder null',
  'a list of 1 to {most} numbers': 'eine Liste mit 1 bis {most} Zahlen',
  'a point like {example}': 'ein Punkt wie {example}',
  'a list of at most {most} points': 'eine Liste mit höchstens {most} Punkten',
  'a list of at most {most} points, each like {example}':
    'eine Liste mit höchstens {most} Punkten, jeder wie {example}',
  'quantity_below_number or quantity_above_number, epistemic, aleatoric and mean with the input between, like epistemic_0.5_below_0.1; quantities are {quantities}':
    'Größe_below_Zahl oder Größe_above_Zahl, epistemic, aleatoric und mean mit der Eingabe dazwischen, wie epistemic_0.5_below_0.1; Größen sind {quantities}',
  'no such field': 'kein solches Feld',
  'no such field; did you mean {nearest}?': 'kein solches Feld; gemeint war vielleicht {nearest}?',
  '{name} is not a field to compare by': '{name} ist kein Feld, nach dem sich vergleichen lässt',
  'an empty name': 'ein leerer Name',

  // Links.
  '{count} characters are more than the {most} that a link can have; ignored':
    '{count} Zeichen sind mehr als die {most}, die ein Link haben kann; nicht beachtet',
  'too many to travel in a link; choose the file again':
    'zu viele für einen Link; bitte die Datei noch einmal wählen',
  'given more than once; {value} ignored': 'mehr als einmal angegeben; {value} nicht beachtet',
  'more than {most} fields; the others are ignored': 'mehr als {most} Felder; die übrigen bleiben unbeachtet',
  '{fault}; read as version {newest}': '{fault}; gelesen als Version {newest}',
  '{question} It is ignored': '{question} Es bleibt unbeachtet',
  '{fault}; it is ignored': '{fault}; das bleibt unbeachtet',
  '{value} is not one of {words}; it is ignored':
    '{value} ist nicht eines von {words}; das bleibt unbeachtet',
  '{fault}; {path} is {used} instead': '{fault}; stattdessen ist {path} {used}',
  '{rest} more parts were not understood; ignored':
    '{rest} weitere Teile wurden nicht verstanden und bleiben unbeachtet',
  'missing; must be {newest}': 'fehlt; muss {newest} sein',
  'must be a whole number from 1 to {newest}': 'muss eine ganze Zahl von 1 bis {newest} sein',
  '{version} is newer than this page knows ({newest})':
    '{version} ist neuer, als diese Seite kennt ({newest})',

  // Fields that do not go together: after the path in a link, and beside the control.
  'only for your own data (dataset.id is custom)': 'nur für eigene Daten (dataset.id ist custom)',
  'images need classes; dataset.task must be classification':
    'Bilder brauchen Klassen; dataset.task muss classification sein',
  'a point has {inputs, plural, one {# input} other {# inputs}}, which do not form a square of at least {side} × {side} pixels':
    'ein Punkt hat {inputs, plural, one {# Eingabe} other {# Eingaben}}, die kein Quadrat aus mindestens {side} × {side} Pixeln bilden',
  '{names} names for {inputs, plural, one {# input} other {# inputs}} and a target; there must be {all}':
    '{names} Namen für {inputs, plural, one {# Eingabe} other {# Eingaben}} und ein Ziel; es müssen {all} sein',
  'point {index} has {inputs} inputs, the first has {width}':
    'Punkt {index} hat {inputs} Eingaben, der erste hat {width}',
  'y of point {index} is {y}; a class is a whole number from 0 to {last}':
    'y von Punkt {index} ist {y}; eine Klasse ist eine ganze Zahl von 0 bis {last}',
  'the data set “{dataset}” is for {its}, not {task}':
    'der Datensatz „{dataset}“ ist für {its}, nicht für {task}',
  'the likelihood “{likelihood}” is for {its}, not {task}':
    'die Likelihood „{likelihood}“ ist für {its}, nicht für {task}',
  'the data set “{dataset}” has {most} classes, not {classes}':
    'der Datensatz „{dataset}“ hat {most} Klassen, nicht {classes}',
  'the data set “{dataset}” has {least} to {most} classes, not {classes}':
    'der Datensatz „{dataset}“ hat {least} bis {most} Klassen, nicht {classes}',
  'these data have the measures 0 to {last}': 'diese Daten haben die Messgrößen 0 bis {last}',
  'images need a likelihood for any number of classes':
    'Bilder brauchen eine Likelihood für beliebig viele Klassen',
  'the likelihood “{likelihood}” is for {most} classes; these data have more':
    'die Likelihood „{likelihood}“ ist für {most} Klassen; diese Daten haben mehr',
  '{method} needs a prior with the same curvature everywhere; the prior “{prior}” has none':
    '{method} braucht einen Prior, der überall gleich gekrümmt ist; der Prior „{prior}“ ist es nicht',
  'convolutions need square images; these data have {inputs, plural, one {# input} other {# inputs}}':
    'Faltungen brauchen quadratische Bilder; diese Daten haben {inputs, plural, one {# Eingabe} other {# Eingaben}}',
  'each convolution halves the image; {side} × {side} pixels allow {most, plural, one {# convolution} other {# convolutions}}':
    'jede Faltung halbiert das Bild; {side} × {side} Pixel erlauben {most, plural, one {# Faltung} other {# Faltungen}}',
  'a window of {steps} steps leaves nothing to predict of a series of {length}; at most {most}':
    'ein Fenster von {steps} Schritten lässt von einer Reihe von {length} nichts zum Vorhersagen übrig; höchstens {most}',
  '{size} is not odd; a filter needs a middle pixel: 1, 3, 5 or 7':
    '{size} ist nicht ungerade; ein Filter braucht ein mittleres Pixel: 1, 3, 5 oder 7',
  '{estimator} draws anew at every step of a series; a recurrent network needs one draw for all':
    '{estimator} zieht bei jedem Schritt einer Reihe neu; ein rekurrentes Netz braucht eine Ziehung für alle',
  '{estimator} draws anew for every example; a sharpened posterior needs one draw for all':
    '{estimator} zieht für jedes Beispiel neu; ein geschärfter Posterior braucht eine Ziehung für alle',
  '{method} works for fully connected networks only': '{method} geht nur mit vollständig verbundenen Netzen',
  'the wide width σ₁ = {sigma1} is not above the narrow width σ₂ = {sigma2}':
    'die große Breite σ₁ = {sigma1} liegt nicht über der kleinen Breite σ₂ = {sigma2}',
  'the prior “{prior}” has no analytic KL; choose Monte Carlo':
    'der Prior „{prior}“ hat keine analytische KL; bitte Monte Carlo wählen',

  // Tables.
  'And {count} more.': 'Und {count} weitere.',
  'Row {row} has {columns, plural, one {# column} other {# columns}}; the first has {width}.':
    'Zeile {row} hat {columns, plural, one {# Spalte} other {# Spalten}}; die erste hat {width}.',
  'The table has a header but no rows.': 'Die Tabelle hat eine Kopfzeile, aber keine Zeilen.',
  'The table has {rows} rows; at most {most} are allowed.':
    'Die Tabelle hat {rows} Zeilen; erlaubt sind höchstens {most}.',
  'The table is empty; it needs two columns or more: inputs, and what to predict.':
    'Die Tabelle ist leer; sie braucht mindestens zwei Spalten: Eingaben, und was vorherzusagen ist.',
  'A quote opens in row {row} and never closes.':
    'In Zeile {row} beginnt ein Anführungszeichen und endet nie.',
  'The table has 1 column; it needs two or more: inputs, and what to predict.':
    'Die Tabelle hat 1 Spalte; sie braucht mindestens zwei: Eingaben, und was vorherzusagen ist.',
  'column {number}': 'Spalte {number}',
  'the value is missing': 'der Wert fehlt',
  "''{cell}'' is not a finite number": '„{cell}“ ist keine endliche Zahl',
  "''{cell}'' is not a number": '„{cell}“ ist keine Zahl',
  '{cell} is beyond ±{most}': '{cell} liegt jenseits von ±{most}',
  'Choose at least one input.': 'Bitte mindestens eine Eingabe wählen.',
  '{count} inputs are chosen; at most {most} are allowed.':
    '{count} Eingaben sind gewählt; erlaubt sind höchstens {most}.',
  "Row {row}, column ''{column}'': {fault}.": 'Zeile {row}, Spalte „{column}“: {fault}.',
  'No row has a value in every chosen column.': 'Keine Zeile hat in jeder gewählten Spalte einen Wert.',
  "Column ''{column}'' has one class only, ''{label}''; at least 2 are needed.":
    'Spalte „{column}“ hat nur eine Klasse, „{label}“; nötig sind mindestens 2.',
  "Column ''{column}'' has {count} classes; at most {most} are allowed.":
    'Spalte „{column}“ hat {count} Klassen; erlaubt sind höchstens {most}.',

  // Files of images.
  'the file has {bytes, plural, one {# byte} other {# bytes}}; an IDX file has at least 4':
    'die Datei hat {bytes, plural, one {# Byte} other {# Bytes}}; eine IDX-Datei hat mindestens 4',
  'not an IDX file: it does not begin with two zeros. MNIST’s are called …-idx3-ubyte and …-idx1-ubyte':
    'keine IDX-Datei: Sie beginnt nicht mit zwei Nullen. Die von MNIST heißen …-idx3-ubyte und …-idx1-ubyte',
  'it holds {numbers}; images and labels are 8-bit numbers':
    'sie enthält {numbers}; Bilder und Beschriftungen sind 8-Bit-Zahlen',
  'numbers of the unknown type {type}': 'Zahlen der unbekannten Art {type}',
  '8-bit numbers': '8-Bit-Zahlen',
  'signed 8-bit numbers': '8-Bit-Zahlen mit Vorzeichen',
  '16-bit numbers': '16-Bit-Zahlen',
  '32-bit numbers': '32-Bit-Zahlen',
  'single-precision numbers': 'Zahlen einfacher Genauigkeit',
  'double-precision numbers': 'Zahlen doppelter Genauigkeit',
  'it has {dimensions, plural, one {# dimension} other {# dimensions}}; images have 3 (number, height, width), labels 1':
    'sie hat {dimensions, plural, one {# Dimension} other {# Dimensionen}}; Bilder haben 3 (Anzahl, Höhe, Breite), Beschriftungen 1',
  'it ends within its header of {header} bytes': 'sie endet innerhalb ihres Kopfes von {header} Bytes',
  '{count, plural, one {# image} other {# images}} of {height} × {width}':
    '{count, plural, one {# Bild} other {# Bilder}} von {height} × {width}',
  '{count, plural, one {# label} other {# labels}}':
    '{count, plural, one {# Beschriftung} other {# Beschriftungen}}',
  'it says that it has {what}': 'sie sagt, sie habe {what}',
  'it says that it has {what}, which takes {wanted} bytes; it has {bytes}':
    'sie sagt, sie habe {what}, wofür {wanted} Bytes nötig sind; sie hat {bytes}',
  'it unpacks to more than {most} MB': 'entpackt hat sie mehr als {most} MB',
  'it is damaged: gzip cannot unpack it': 'sie ist beschädigt: gzip kann sie nicht entpacken',
  'it is damaged: gzip finds no end': 'sie ist beschädigt: gzip findet kein Ende',
  'There are {images} images and {labels} labels: these two files do not belong together.':
    'Es sind {images} Bilder und {labels} Beschriftungen: Diese zwei Dateien gehören nicht zusammen.',
  'The images are {height} × {width}; they need at least {side} × {side} pixels.':
    'Die Bilder haben {height} × {width} Pixel; nötig sind mindestens {side} × {side}.',
  'All images have the same label; at least 2 classes are needed.':
    'Alle Bilder haben dieselbe Beschriftung; nötig sind mindestens 2 Klassen.',
  'There is a label {label}; labels go from 0 to {last}.':
    'Es gibt eine Beschriftung {label}; sie gehen von 0 bis {last}.',
};
