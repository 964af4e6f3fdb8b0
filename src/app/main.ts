import { createPlayground } from '../store/playground.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import { createTrainer } from '../worker/trainer.ts';
import { applyTheme } from './applyTheme.ts';
import { takeDroppedExperiments } from './dropExperiment.ts';
import { listenToKeys } from './keyboard.ts';
import { atRest, beginByItself, followLink, openAddress } from './link.ts';
import { restWhileHidden } from './visibility.ts';

// The larger part, asked for at once: the worker loads, and may train, before it is there.
const page = import('./showPage.tsx');

const { experiment, notices } = openAddress();
const playground = createPlayground({
  createTrainer: (handlers) => createTrainer({ createWorker: createTrainerWorker, ...handlers }),
  experiment: atRest(experiment),
  notices,
});
restWhileHidden(playground);
const pageShown = page.then(({ showPage }) => showPage(playground));
followLink(playground, pageShown);
beginByItself(playground, experiment, pageShown);
listenToKeys(playground);
takeDroppedExperiments(playground);

applyTheme(experiment.view.theme);
playground.store.subscribe((state, before) => {
  const { theme } = state.experiment.view;
  if (theme !== before.experiment.view.theme) applyTheme(theme);
});
