import type { Experiment } from '../experiment/document/experiment.ts';
import { restartText } from './notices.ts';
import type { PlaygroundParts } from './state.ts';

/** Begins anew because something changed that no posterior survives, says so, and goes on training if it was. */
export function restart({ store, begin, train, notify }: PlaygroundParts, after: Experiment): void {
  const { experiment: before, run } = store.getState();
  begin(after);
  if (run.kind === 'training') train(run.steps);
  if (run.kind !== 'idle') notify(restartText(before, after));
}
