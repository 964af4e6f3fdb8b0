import type { Experiment } from '../experiment/document/experiment.ts';
import { restartText } from './notices.ts';
import { isTraining } from './run.ts';
import type { PlaygroundParts } from './state.ts';

/** Starts a new run after a change with the effect `shape`, shows why, and continues training if the run was training. */
export function restart({ store, begin, train, notify }: PlaygroundParts, after: Experiment): void {
  const { experiment: before, run } = store.getState();
  begin(after);
  if (isTraining(run)) train(run.steps, 'quick');
  if (run.kind !== 'idle') notify(restartText(before, after));
}
