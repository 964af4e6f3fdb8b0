import { type Changes, changesBetween, reaches } from '../experiment/document/changes.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { ghostOf } from './ghost.ts';
import { restartText } from './notices.ts';
import { isTraining } from './run.ts';
import type { PlaygroundParts } from './state.ts';

/**
 * Applies a change of the experiment to the run. changes: by default those from the experiment as it is. A change of the shape or of the posterior begins a new run from the
 * initial state, unless `view.continue` lets one that keeps the shape continue from its parameters.
 */
export function applyChange(
  parts: PlaygroundParts,
  after: Experiment,
  changes: Changes = changesBetween(parts.store.getState().experiment, after),
): void {
  const { run } = parts.store.getState();
  if (changes.restarts) restart(parts, after);
  else if (reaches(changes, 'posterior') && !after.view.continue && run.kind !== 'idle')
    beginAfresh(parts, after);
  else if (reaches(changes, 'picture')) parts.goOnWith(after);
  else parts.store.setState({ experiment: after });
}

/** Starts a new run after a change with the effect `shape`, shows why, and continues training if the run was training. */
export function restart({ store, begin, train, notify }: PlaygroundParts, after: Experiment): void {
  const { experiment: before, run } = store.getState();
  begin(after);
  store.setState({ restarted: before.dataset.id === after.dataset.id });
  if (isTraining(run)) train(run.steps, 'quick');
  if (run.kind !== 'idle') notify(restartText(before, after));
}

/**
 * Starts a new run after a change with the effect `posterior`: its picture before stays as a ghost. The new run trains if
 * the one before did, or had come to rest by itself.
 */
function beginAfresh({ store, begin, train, isEndless }: PlaygroundParts, after: Experiment): void {
  const { run, viewed } = store.getState();
  const ghost = ghostOf(store.getState(), after);
  const endless = isEndless();
  const inspects = viewed !== null || after.view.panels.includes('step');
  begin(after);
  store.setState({ ghost, restarted: true });
  if (endless && (isTraining(run) || !inspects)) train(null, 'quick');
  else if (isTraining(run) && run.steps !== null) train(run.steps);
}
