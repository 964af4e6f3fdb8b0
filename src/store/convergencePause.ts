import { methods } from '../model/methods/index.ts';
import { convergenceOf } from './convergence.ts';
import { convergedText } from './notices.ts';
import type { PlaygroundParts } from './state.ts';

/** Pauses a run once F and σ stand still, and distinguishes such a pause from a requested one. */
export interface ConvergencePause {
  /** Training begins; only a run without end (steps: null) is paused here. */
  readonly trainingStarted: (steps: number | null) => void;
  /** After a requested pause, or in a new run, training does not resume automatically. */
  readonly forgetPause: () => void;
  /** Whether the run is paused because F converged. */
  readonly isPause: () => boolean;
  /** Whether training without end was requested, and no pause since. */
  readonly isEndless: () => boolean;
  /** After each snapshot: pauses where F has converged. */
  readonly check: () => void;
  /** A new run begins, from its initial state. */
  readonly runBegan: () => void;
  /** F is another function from this step on: what was known of its convergence no longer holds. */
  readonly objectiveChanged: (step: number) => void;
  /** The same after a run continues from an earlier step. */
  readonly wentBackTo: (step: number) => void;
}

export function createConvergencePause({
  store,
  notify,
  pause,
}: Pick<PlaygroundParts, 'store' | 'notify'> & { readonly pause: () => void }): ConvergencePause {
  /** Training was requested without a number of steps. */
  let endless = false;
  /** The run is paused because F converged. */
  let paused = false;
  /** The step since which F is the same function. */
  let unchangedSince = 0;
  /** The run was continued when F became another function. */
  let continued = false;

  const dropNotice = (): void =>
    store.setState(({ converged, notices }) =>
      converged ? { notices: notices.filter(({ text }) => text !== convergedText(converged)) } : {},
    );
  const restartsAt = (step: number): void => {
    unchangedSince = step;
    dropNotice();
    store.setState({ converged: null });
  };

  return {
    trainingStarted: (steps) => {
      endless = steps === null;
      paused = false;
      dropNotice();
    },
    forgetPause: () => {
      endless = false;
      paused = false;
    },
    isPause: () => paused,
    isEndless: () => endless,
    check: () => {
      const { run, converged, history, moments, experiment } = store.getState();
      const { chains } = methods[experiment.inference.method];
      // `converged` stays set when training continues, so that a run resumed after the pause is not paused again.
      if (!endless || run.kind !== 'training' || converged || chains) return;
      if (experiment.view.stop !== 'converged') return;
      const found = convergenceOf({
        history,
        moments,
        since: unchangedSince,
        klWeight: experiment.inference.klWeight,
        continued,
      });
      if (!found) return;
      store.setState({ converged: found });
      paused = true;
      pause();
      notify(convergedText(found));
    },
    runBegan: () => {
      continued = false;
      restartsAt(0);
    },
    objectiveChanged: (step) => {
      continued = step > 0;
      restartsAt(step);
    },
    wentBackTo: (step) => restartsAt(Math.min(unchangedSince, step)),
  };
}
