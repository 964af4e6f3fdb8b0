import type { Experiment } from '../experiment/document/experiment.ts';
import type { OpenedLink } from '../experiment/link/link.ts';
import { createPlayground, type Playground } from '../store/playground.ts';
import { createPageTrainer } from '../worker/createPageTrainer.ts';
import { applyEmbed, applyPresent, applyTheme } from './applyTheme.ts';
import { takeDroppedExperiments } from './dropExperiment.ts';
import { atRest } from './link.ts';
import { nextTask } from './nextTask.ts';

/** A playground of this page, at rest, and when its first frame has been drawn. */
export interface OpenedPlayground {
  readonly playground: Playground;
  readonly pageShown: Promise<void>;
}

/** Opens what a link asks for: its worker starts at once, the page around it arrives. */
export function openPlayground(
  { experiment, notices }: OpenedLink,
  createTrainer = createPageTrainer,
): OpenedPlayground {
  const playground = createPlayground({
    createTrainer,
    experiment: atRest(experiment),
    notices,
  });
  // The larger part, in two pieces, each asked for and run in a task of its own; the worker loads, and may train, before
  // they are there.
  const library = nextTask().then(() => import('react-dom/client'));
  const page = nextTask()
    .then(nextTask)
    .then(() => import('./showPage.tsx'));
  const pageShown = Promise.all([page, library]).then(([{ showPage }]) => showPage(playground));
  takeDroppedExperiments(playground);
  applyView(experiment.view);
  playground.store.subscribe((state, before) => {
    if (state.experiment.view !== before.experiment.view) applyView(state.experiment.view);
  });
  return { playground, pageShown };
}

/** What of the view is a matter of the whole document. */
export function applyView({ theme, present, embed }: Experiment['view']): void {
  applyTheme(theme);
  applyPresent(present);
  applyEmbed(embed);
}
