import type { Experiment } from '../experiment/document/experiment.ts';
import type { OpenedLink } from '../experiment/link/link.ts';
import { followReducedMotion } from '../panels/ui/reducedMotion.ts';
import { createPlayground, type Playground } from '../store/playground.ts';
import { createPageTrainer } from '../worker/createPageTrainer.ts';
import { applyEmbed, applyPresent, applyTheme } from './applyTheme.ts';
import { openDroppedExperiments } from './dropExperiment.ts';
import { atRest } from './link.ts';
import { showLoadFailure } from './loadFailure.ts';
import { nextTask } from './nextTask.ts';

/** A paused playground of this page, and a promise of its first drawn frame. */
export interface OpenedPlayground {
  readonly playground: Playground;
  readonly pageShown: Promise<void>;
}

/** Opens the experiment of a link: starts its worker immediately and loads the page meanwhile. */
export function openPlayground(
  { experiment, notices }: OpenedLink,
  createTrainer = createPageTrainer,
): OpenedPlayground {
  const playground = createPlayground({
    createTrainer,
    experiment: atRest(experiment),
    notices,
  });
  // Two chunks, each loaded and run in a separate task; the worker loads, and may train, meanwhile.
  const library = nextTask().then(() => import('react-dom/client'));
  const page = nextTask()
    .then(nextTask)
    .then(() => import('./showPage.tsx'));
  const pageShown = Promise.all([page, library]).then(
    ([{ showPage }]) => showPage(playground),
    showLoadFailure,
  );
  followReducedMotion(playground);
  openDroppedExperiments(playground);
  applyView(experiment.view);
  playground.store.subscribe((state, before) => {
    if (state.experiment.view !== before.experiment.view) applyView(state.experiment.view);
  });
  return { playground, pageShown };
}

/** View settings that apply to the whole document. */
export function applyView({ theme, present, embed }: Experiment['view']): void {
  applyTheme(theme);
  applyPresent(present);
  applyEmbed(embed);
}
