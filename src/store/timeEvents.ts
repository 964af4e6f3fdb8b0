import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { isTraining, nextRun } from './run.ts';
import type { PlaygroundParts } from './state.ts';
import { branchPoint, momentBeside, upTo } from './timeline.ts';

/** Commands that view earlier moments of the run. Training pauses meanwhile. */
export interface TimeEvents {
  /** Shows the moment at a step, or the last one before it; null: the present. */
  readonly viewStep: (step: number | null) => void;
  /** Shows the moment that is so many places later, or earlier if negative. */
  readonly viewBeside: (by: number) => void;
}

export function createTimeEvents({ store, pause }: Pick<PlaygroundParts, 'store' | 'pause'>): TimeEvents {
  function viewStep(step: number | null): void {
    const { moments, run, viewed } = store.getState();
    const last = moments.at(-1);
    const moment = momentBeside(moments, step, 0);
    if (!moment || !last) return;
    if (isTraining(run)) pause();
    if (moment === last) {
      if (viewed !== null) store.setState({ viewed: null, snapshot: last.snapshot });
    } else store.setState({ viewed: moment.snapshot.step, snapshot: moment.snapshot });
  }
  return {
    viewStep,
    viewBeside: (by) => {
      const { moments, viewed } = store.getState();
      viewStep(momentBeside(moments, viewed, by)?.snapshot.step ?? null);
    },
  };
}

/**
 * Continues the run from the viewed step and drops the later ones. The run takes the same steps again, unless the
 * experiment has changed since. Does nothing while the last step is shown.
 */
export function goOnFromViewed({
  store,
  trainer,
  notify,
}: Pick<PlaygroundParts, 'store' | 'trainer' | 'notify'>): void {
  const { viewed, moments, history, experiment, run } = store.getState();
  if (viewed === null) return;
  const point = branchPoint(moments, viewed);
  if (!point) {
    store.setState({ viewed: null, snapshot: moments.at(-1)?.snapshot ?? null });
    notify(
      t(
        'Training cannot continue from this moment, because its state was not kept. It continues from the last step.',
      ),
    );
    return;
  }
  const { step } = point.snapshot;
  trainer.start(experiment, point.checkpoint);
  store.setState({
    viewed: null,
    snapshot: point.snapshot,
    moments: upTo(moments, step),
    history: history.filter((entry) => entry.step <= step),
    run: nextRun(run, { type: 'started', step }),
  });
  notify(
    t('Training continues from step {step}; the later steps were dropped.', { step: formatWhole(step) }),
  );
}
