import { createHandlers, type Embed } from '../embed/commandHandlers.ts';
import { reportHeight } from '../embed/height.ts';
import { handleHostCommands, tellHost } from '../embed/messageChannel.ts';
import { ownPicture, showPoster } from '../embed/poster.ts';
import { withinEmbed } from '../embed/sentExperiment.ts';
import { createStartGate } from '../embed/startGate.ts';
import { reportStatus } from '../embed/status.ts';
import { watchVisibility } from '../embed/visibility.ts';
import { plainText } from '../experiment/document/plainFault.ts';
import type { OpenedLink } from '../experiment/link/link.ts';
import type { Playground } from '../store/playground.ts';
import { isTraining } from '../store/run.ts';
import { createPatientTrainer } from '../worker/createPageTrainer.ts';
import { framed, givenAddress, writtenIn } from './address.ts';
import { fitEmbed } from './fitEmbed.ts';
import { openAddress } from './link.ts';
import { neutralPicture } from './neutralPicture.ts';
import { applyView, openPlayground } from './openPlayground.ts';

/**
 * Opens the page as an embed: a picture of its experiment that starts when it is pressed, when the host sends `play`, or
 * immediately if the link says `view.autoplay=true`. It exchanges messages with its parent window and trains only
 * while visible.
 */
export function openEmbed(opened: OpenedLink): void {
  let waiting = opened;
  let playground: Playground | null = null;
  let seen = true;
  let setSeen = (next: boolean): void => {
    seen = next;
  };
  const tell = framed() ? tellHost : () => {};

  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  const panels = () => (playground?.store.getState().experiment ?? waiting.experiment).view.panels;
  const resize = fitEmbed(panels);
  const picture = ownPicture() ?? neutralPicture(opened.experiment);
  const loading = showPoster(root, picture, () => start().play());

  function start(): Playground {
    if (playground) return playground;
    const hadFocus = document.activeElement !== document.body;
    loading();
    const { playground: made, pageShown } = openPlayground(waiting, createPatientTrainer);
    playground = made;
    made.store.subscribe(({ experiment }, before) => {
      if (experiment.view.panels !== before.experiment.view.panels) resize();
    });
    let look = (): void => {};
    const gate = createStartGate(made, navigator.locks, () => look());
    look = reportStatus(made, gate.running, tell);
    setSeen = gate.setSeen;
    setSeen(seen);
    void pageShown.then(() => {
      // The focused button was removed with the picture, so the focus moves into the page. A frame without focus does
      // not take it.
      if (hadFocus) root?.querySelector('button')?.focus({ preventScroll: true });
    });
    return made;
  }

  const embed: Embed = {
    started: () => playground,
    start,
    open: (sent) => {
      if (!playground) {
        waiting = { experiment: withinEmbed(sent, waiting.experiment), notices: [] };
        applyView(waiting.experiment.view);
        resize();
        root?.querySelector('.shell-picture')?.replaceWith(neutralPicture(waiting.experiment));
        return;
      }
      const { experiment, run } = playground.store.getState();
      playground.loadExperiment(withinEmbed(sent, experiment));
      // A run that was training continues with the new experiment.
      if (isTraining(run) && sent.experiment.view.step === 0) playground.play();
    },
  };

  watchVisibility((next) => setSeen(next));
  reportHeight(root, (height) => tell({ type: 'resize', height }));
  if (framed()) handleHostCommands(createHandlers(embed, tell));
  // The host changed the link of its frame.
  window.addEventListener('hashchange', () => {
    const { experiment, notices } = openAddress();
    embed.open({ experiment, named: ['panels', 'theme'] });
    for (const notice of notices) playground?.notify(plainText(notice));
  });
  tell({ type: 'ready' });
  if (writtenIn(givenAddress().hash, 'view.autoplay') === 'true') start().play();
}
