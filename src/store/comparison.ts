import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { HistoryEntry } from './history.ts';
import { createPlayground, type Playground } from './playground.ts';
import type { PlaygroundOptions } from './state.ts';

/** Steps that every run takes before any run continues: few enough that all appear to train simultaneously. */
const STRIDE = 25;

/** The state of all runs; arrays have one entry for each run. */
export interface ComparisonState {
  readonly training: boolean;
  readonly snapshots: readonly (Snapshot | null)[];
  readonly histories: readonly (readonly HistoryEntry[])[];
}

/** Several runs in lockstep: each takes the same number of steps, and the next follow when all are done. */
export interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  readonly playgrounds: readonly Playground[];
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: (steps: number) => void;
  readonly rewind: () => void;
  /** Runs are suspended while they are not visible. */
  readonly setVisible: (visible: boolean) => void;
  readonly dispose: () => void;
}

/**
 * Creates one paused run for each experiment, each with its own worker. checkpoints: the states in which the runs open, by
 * default untrained.
 */
export function createComparison(
  experiments: readonly Experiment[],
  createTrainer: PlaygroundOptions['createTrainer'],
  checkpoints: readonly PlaygroundOptions['checkpoint'][] = [],
): Comparison {
  const playgrounds = experiments.map((experiment, i) => {
    const view = { ...experiment.view, autoplay: false, step: 0, stopAt: 0, panels: ['predictive'] as const };
    return createPlayground({
      createTrainer,
      experiment: { ...experiment, view },
      checkpoint: checkpoints[i] ?? null,
    });
  });
  const states = () => playgrounds.map((playground) => playground.store.getState());
  const shown = (): Omit<ComparisonState, 'training'> => ({
    snapshots: states().map(({ snapshot }) => snapshot),
    histories: states().map(({ history }) => history),
  });
  const store = createStore<ComparisonState>(() => ({ training: false, ...shown() }));
  /** Steps that are not requested yet. */
  let left = 0;

  const moving = (): boolean => states().some(({ run }) => run.kind === 'training');
  /** Runs that can train; a diverged or failed run stays where it is. */
  const healthy = (): readonly Playground[] =>
    playgrounds.filter(({ store: { getState } }) => !['diverged', 'failed'].includes(getState().run.kind));

  function stride(): void {
    if (left > 0 && !moving()) {
      const able = healthy();
      const steps = able.length > 0 ? Math.min(left, STRIDE) : 0;
      left = able.length > 0 ? left - steps : 0;
      if (steps > 0) for (const playground of able) playground.step(steps);
    }
    const training = left > 0 || moving();
    if (training !== store.getState().training) store.setState({ training });
  }

  const stops = playgrounds.map((playground) =>
    playground.store.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot || now.history !== before.history) store.setState(shown());
      if (now.run !== before.run && !moving()) stride();
    }),
  );

  function goOn(steps: number): void {
    left = steps;
    stride();
  }

  return {
    store,
    playgrounds,
    play: () => goOn(Number.POSITIVE_INFINITY),
    pause: () => goOn(0),
    step: (steps) => goOn((Number.isFinite(left) ? left : 0) + steps),
    rewind: () => {
      goOn(0);
      for (const playground of playgrounds) playground.rewind();
    },
    setVisible: (visible) => {
      for (const playground of playgrounds) playground.setVisible(visible);
    },
    dispose: () => {
      left = 0;
      for (const stop of stops) stop();
      for (const playground of playgrounds) playground.dispose();
    },
  };
}
