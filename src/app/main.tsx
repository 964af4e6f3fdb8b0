import { createRoot } from 'react-dom/client';
import { createPlayground } from '../store/playground.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import { createTrainer } from '../worker/trainer.ts';
import { App } from './App.tsx';
import { applyTheme } from './applyTheme.ts';
import { listenToKeys } from './keyboard.ts';
import { atRest, beginByItself, followLink, openAddress } from './link.ts';
import { restWhileHidden } from './visibility.ts';

const { experiment, notices } = openAddress();
const playground = createPlayground({
  createTrainer: (handlers) => createTrainer({ createWorker: createTrainerWorker, ...handlers }),
  experiment: atRest(experiment),
  notices,
});
restWhileHidden(playground);
followLink(playground);
beginByItself(playground, experiment);
listenToKeys(playground);

applyTheme(experiment.view.theme);
playground.store.subscribe((state, before) => {
  const { theme } = state.experiment.view;
  if (theme !== before.experiment.view.theme) applyTheme(theme);
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id root');
createRoot(root).render(<App playground={playground} />);
