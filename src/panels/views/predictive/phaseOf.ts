import { hasPosterior, methods } from '../../../model/methods/index.ts';
import type { Phase } from '../../../plots/predictive/predictiveText.ts';
import type { PlaygroundState } from '../../../store/state.ts';

/** What the prediction of a run is: before its first step that of the prior, then that of its method. */
export function phaseOf({ snapshot, experiment }: Pick<PlaygroundState, 'snapshot' | 'experiment'>): Phase {
  if (!snapshot?.step) return 'prior';
  return hasPosterior(methods[experiment.inference.method]) ? 'posterior' : 'fit';
}
