import type { Catalogue } from '../index.ts';

/** The frame of the page, what happens to a run, and what the worker says of its engines. */
export const app: Catalogue = {
  Controls: 'Einstellungen',
  'Bayes by Backprop, live: a neural network that knows what it does not know':
    'Bayes by Backprop, live: ein neuronales Netz, das weiß, was es nicht weiß',
  'A neural network that knows what it does not know: sure where there are data, unsure where there are none.':
    'Ein neuronales Netz, das weiß, was es nicht weiß: sicher, wo Daten sind, unsicher, wo keine sind.',
  'Loading the playground…': 'Die Spielwiese lädt …',
  'A stored picture of a trained run: the band is narrow where there are data and wide where there are none':
    'Ein gespeichertes Bild eines trainierten Laufs: Das Band ist schmal, wo Daten sind, und breit, wo keine sind',
  'only an experiment (.json) opens by dropping. Tables and images have buttons under Data.':
    'Durch Ablegen öffnet sich nur ein Experiment (.json). Für Tabellen und Bilder gibt es Knöpfe unter „Daten“.',
  'the file is larger than 50 MB.': 'die Datei ist größer als 50 MB.',
  'this is not JSON.': 'das ist kein JSON.',

  // Notices.
  'Training stopped answering and went on from step {step}.':
    'Das Training antwortete nicht mehr und ging ab Schritt {step} weiter.',
  'Training stopped answering and went on from step {step}. WebGL is left alone from now on.':
    'Das Training antwortete nicht mehr und ging ab Schritt {step} weiter. WebGL bleibt von jetzt an ungenutzt.',
  'Training stopped answering again and again. Try a smaller network or fewer samples, then press rewind.':
    'Das Training antwortete immer wieder nicht mehr. Mit einem kleineren Netz oder weniger Ziehungen versuchen, dann zurückspulen.',
  'Training stopped because of an unexpected fault ({detail}). Press rewind, or reload the page.':
    'Das Training hielt wegen eines unerwarteten Fehlers an ({detail}). Zurückspulen oder die Seite neu laden.',
  'the numbers of this experiment are too large to draw':
    'die Zahlen dieses Experiments sind zu groß zum Zeichnen',
  'Converged at step {step}: over the last {stretch} steps F only fell by {fall} nats. Training stopped; press Train to go on.':
    'Bei Schritt {step} konvergiert: In den letzten {stretch} Schritten fiel F nur um {fall} nats. Das Training hielt an; weiter mit „Trainieren“.',
  'Converged at step {step}: over the last {stretch} steps F did not fall. Training stopped; press Train to go on.':
    'Bei Schritt {step} konvergiert: In den letzten {stretch} Schritten fiel F nicht. Das Training hielt an; weiter mit „Trainieren“.',
  'Restarted: {part} changed': 'Neu begonnen, denn geändert wurde: {part}',
  'the seed': 'der Startwert',
  'the data': 'die Daten',
  'the network': 'das Netz',
  'the prior': 'der Prior',
  'the likelihood': 'die Likelihood',
  'the inference': 'die Inferenz',
  'the experiment': 'das Experiment',
  'The data could not be loaded. Reload the page to try again.':
    'Die Daten konnten nicht geladen werden. Zum erneuten Versuch die Seite neu laden.',
  'This moment cannot be gone on from; the run goes on from its end.':
    'Von diesem Augenblick aus geht es nicht weiter; der Lauf geht von seinem Ende weiter.',
  'Went on from step {step}; what came after it is gone.':
    'Ab Schritt {step} ging es weiter; was danach kam, ist weg.',
  'The agents could not go on. Reset, or close this and open it again.':
    'Die Agenten konnten nicht weitermachen. Zurücksetzen, oder dies schließen und wieder öffnen.',

  // What lies over the run.
  'the exact posterior': 'der exakte Posterior',
  exact: 'exakt',
  'the ensemble': 'das Ensemble',
  dropout: 'Dropout',
  'The comparison with {name} has ended: {part} changed':
    'Der Vergleich ist beendet ({name}), denn geändert wurde: {part}',
  '{name} could not go on. Try a smaller network, or fewer points.':
    '{name} kam nicht weiter. Mit einem kleineren Netz oder weniger Punkten versuchen.',
  '{name} met a log posterior that is not a finite number at step {step}. Try more noise, or a wider prior.':
    '{name} traf bei Schritt {step} auf einen Log-Posterior, der keine endliche Zahl ist. Mit mehr Rauschen oder einem breiteren Prior versuchen.',

  // Engines.
  'Plain TypeScript': 'Einfaches TypeScript',
  'plain TypeScript': 'einfaches TypeScript',
  'TensorFlow.js on WebGL': 'TensorFlow.js auf WebGL',
  'TensorFlow.js on the CPU': 'TensorFlow.js auf der CPU',
  '{engine} lacks this method or estimator': '{engine} hat dieses Verfahren oder diesen Schätzer nicht',
  '{engine} is not available here': '{engine} gibt es hier nicht',
  '{engine} has no graphics card here': '{engine} hat hier keine Grafikkarte',
  '{engine} could not be loaded': '{engine} konnte nicht geladen werden',
  '{engine} failed its self-test here': '{engine} hat hier den Selbsttest nicht bestanden',
  '{engine} stopped answering twice': '{engine} antwortete zweimal nicht mehr',
  '{engine} stopped with an error': '{engine} hielt mit einem Fehler an',
  '{engine} cannot win at {time} ms a step': '{engine} kann bei {time} ms je Schritt nicht gewinnen',
  '{engine} is only {gain} times as fast here': '{engine} ist hier nur {gain}-mal so schnell',
  '{engine} is not reliably faster here': '{engine} ist hier nicht zuverlässig schneller',
  '{engine} is {loss} times slower here': '{engine} ist hier {loss}-mal langsamer',
  '{engine}, as chosen': '{engine}, wie gewählt',
  '{engine}: starts at once': '{engine}: beginnt sofort',
  '{engine} until {wanted} is ready': '{engine}, bis {wanted} bereit ist',
  '{engine}: this method runs nowhere else': '{engine}: Dieses Verfahren läuft nur hier',
  '{engine}: {times} times as fast here as {other}': '{engine}: hier {times}-mal so schnell wie {other}',
};
