import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { nextRun } from './run.ts';
import type { PlaygroundParts } from './state.ts';
import { branchPoint, momentBeside, upTo } from './timeline.ts';

/** What can happen in time: looking back at moments of the run. Training rests meanwhile. */
export interface TimeEvents {
  /** Shows the moment at a step, or the last one before it; null: the run as it is now. */
  readonly viewStep: (step: number | null) => void;
  /** Shows the moment so many places further on, or back. */
  readonly viewBeside: (by: number) => void;
}

export function createTimeEvents({ store, trainer }: Pick<PlaygroundParts, 'store' | 'trainer'>): TimeEvents {
  function viewStep(step: number | null): void {
    const { moments, run, viewed } = store.getState();
    const last = moments.at(-1);
    const moment = momentBeside(moments, step, 0);
    if (!moment || !last) return;
    if (run.kind === 'training') trainer.pause();
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
 * Goes on from the moment that is looked at: from there the run takes the same steps again, or others where the experiment
 * has changed meanwhile. What came after it is gone. Nothing happens while the present is shown.
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
    notify(t('This moment cannot be gone on from; the run goes on from its end.'));
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
  notify(t('Went on from step {step}; what came after it is gone.', { step: formatWhole(step) }));
}
