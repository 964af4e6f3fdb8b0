import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/experiment.ts';
import type { Snapshot } from '../experiment/snapshot.ts';
import { truthMethod } from '../methods/index.ts';
import type { Report } from '../worker/protocol.ts';
import type { Trainer } from '../worker/trainer.ts';
import { changedPart } from './notices.ts';
import type { PlaygroundOptions, PlaygroundState } from './playground.ts';

/** The posterior itself, drawn beside the run by a second worker. snapshot: its last picture; null until the first. */
export type Truth =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'running';
      readonly step: number;
      readonly steps: number;
      readonly snapshot: Snapshot | null;
      readonly of: Experiment;
    }
  | { readonly kind: 'done'; readonly snapshot: Snapshot; readonly of: Experiment }
  | { readonly kind: 'failed'; readonly message: string };

/** What can happen to the truth. */
export interface TruthEvents {
  /** Starts to draw the posterior of the experiment as it is. */
  readonly showTruth: () => void;
  /** Cancels or takes away. */
  readonly hideTruth: () => void;
  /** The truth's snapshot in the store is on the screen. */
  readonly truthDrawn: () => void;
}

/** Transitions of each chain, warm-up included. */
export const TRUTH_STEPS = 1400;
const CHAINS = 4;

/** The same question, answered by chains: what q is, and how predictions are pruned, is no part of it. */
export function truthExperiment(experiment: Experiment): Experiment {
  const { inference, prediction, view } = experiment;
  return {
    ...experiment,
    inference: { ...inference, method: truthMethod, samples: CHAINS },
    prediction: { ...prediction, pruned: 0 },
    view: { ...view, engine: 'reference' },
  };
}

/** Keeps the second trainer: made when it is asked for, gone when it is done or no longer wanted. */
export function createTruth(
  store: StoreApi<PlaygroundState>,
  createTrainer: PlaygroundOptions['createTrainer'],
  notify: (text: string) => void,
) {
  let trainer: Trainer | null = null;
  let visible = true;

  function end(truth: Truth): void {
    trainer?.dispose();
    trainer = null;
    store.setState({ truth });
  }

  function receive(report: Report): void {
    const { truth } = store.getState();
    if (truth.kind !== 'running') return;
    if (report.type === 'diverged') end({ kind: 'failed', message: divergedText(report.step) });
    if (report.type === 'failed') end({ kind: 'failed', message: FAILED });
    if (report.type !== 'progressed') return;
    const { snapshot } = report;
    if (snapshot.step < truth.steps) store.setState({ truth: { ...truth, step: snapshot.step, snapshot } });
    else end({ kind: 'done', snapshot, of: truth.of });
  }

  function show(): void {
    const of = store.getState().experiment;
    end({ kind: 'running', step: 0, steps: TRUTH_STEPS, snapshot: null, of });
    trainer = createTrainer({ onReport: receive, onNotice: () => {} });
    if (!visible) trainer.setVisible(false);
    trainer.start(truthExperiment(of));
    trainer.train(TRUTH_STEPS);
  }

  const stopFollowing = store.subscribe(({ truth, experiment, points }, before) => {
    if (experiment === before.experiment || truth.kind === 'off' || truth.kind === 'failed') return;
    const part = changedPosterior(truth.of, experiment, before.points, points);
    if (part === null) return;
    end({ kind: 'off' });
    notify(`The comparison with HMC has ended: ${part} changed`);
  });

  return {
    events: {
      showTruth: show,
      hideTruth: () => end({ kind: 'off' }),
      truthDrawn: () => trainer?.drawn(),
    } satisfies TruthEvents,
    setVisible: (next: boolean): void => {
      visible = next;
      trainer?.setVisible(next);
    },
    dispose: (): void => {
      stopFollowing();
      trainer?.dispose();
      trainer = null;
    },
  };
}

const FAILED = 'HMC could not go on. Try a smaller network, or fewer points.';

function divergedText(step: number): string {
  return `HMC met a log posterior that is not a finite number at step ${step.toLocaleString('en-GB')}. Try more noise, or a wider prior.`;
}

/** The part of the posterior that changed; another seed is one where it brings other points. Null: none. */
function changedPosterior(
  of: Experiment,
  now: Experiment,
  pointsBefore: PlaygroundState['points'],
  points: PlaygroundState['points'],
): string | null {
  const part = changedPart(of, now, ['dataset', 'network', 'prior', 'likelihood']);
  if (part !== null || of.seed === now.seed) return part;
  return JSON.stringify(pointsBefore) === JSON.stringify(points) ? null : 'the data';
}
