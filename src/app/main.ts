import { createPlayground } from '../store/playground.ts';
import { say } from '../words/index.ts';
import { applyPresent, applyTheme } from './applyTheme.ts';
import { createTrainerHere } from './createTrainerHere.ts';
import { takeDroppedExperiments } from './dropExperiment.ts';
import { keepOffline } from './keepOffline.ts';
import { speakAsAsked } from './language.ts';
import { atRest, beginByItself, followLink, openAddress } from './link.ts';
import { restWhileHidden } from './visibility.ts';

// The larger part, asked for at once: the worker loads, and may train, before it is there.
const page = import('./showPage.tsx');

// English waits for nothing; another language for its words.
const speaking = speakAsAsked();
if (speaking) void speaking.then(begin);
else begin();

function begin(): void {
  const { experiment, notices } = openAddress();
  const playground = createPlayground({
    createTrainer: createTrainerHere,
    experiment: atRest(experiment),
    notices,
  });
  restWhileHidden(playground);
  const pageShown = page.then(({ showPage }) => showPage(playground));
  followLink(playground, pageShown);
  beginByItself(playground, experiment, pageShown);
  takeDroppedExperiments(playground);
  void pageShown.then(() =>
    keepOffline((use) =>
      playground.notify(say('A new version is ready – reload to use it.'), {
        label: say('Reload'),
        act: use,
      }),
    ),
  );

  applyTheme(experiment.view.theme);
  applyPresent(experiment.view.present);
  playground.store.subscribe((state, before) => {
    const { theme, present } = state.experiment.view;
    if (present !== before.experiment.view.present) applyPresent(present);
    if (theme !== before.experiment.view.theme) applyTheme(theme);
  });
}
