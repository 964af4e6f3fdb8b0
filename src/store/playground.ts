import { createStore, type StoreApi } from 'zustand/vanilla';
import { datasetLoaded, loadDataset } from '../datasets/index.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { experimentDomains, experimentSplit, type Problem } from '../experiment/problem.ts';
import type { Snapshot } from '../experiment/snapshot.ts';
import type { EngineStatus, Report } from '../worker/protocol.ts';
import type { Trainer, TrainerNotice } from '../worker/trainer.ts';
import { createDataEvents, type DataEvents } from './dataEvents.ts';
import { createExperimentEvents, type ExperimentEvents } from './experimentEvents.ts';
import { addToHistory, type HistoryEntry } from './history.ts';
import { addNotice, type Notice, respawnText } from './notices.ts';
import type { Point } from './pointEdits.ts';
import { nextRun, type Run } from './run.ts';
import { createTruth, type Truth, type TruthEvents } from './truth.ts';
import type { UndoStacks } from './undo.ts';

/** Everything the page shows. What follows from the experiment (points, domains) is kept beside it, always in step. */
export interface PlaygroundState extends UndoStacks {
  readonly experiment: Experiment;
  readonly points: readonly Point[];
  /** Points that training never sees. */
  readonly heldOut: readonly Point[];
  readonly xDomain: Problem['xDomain'];
  readonly yDomain: Problem['yDomain'];
  /** The last picture of the run; null until the first. */
  readonly snapshot: Snapshot | null;
  readonly history: readonly HistoryEntry[];
  readonly run: Run;
  readonly truth: Truth;
  readonly engine: EngineStatus | null;
  readonly notices: readonly Notice[];
  /** Whether single functions are drawn over the band. */
  readonly showDraws: boolean;
  /** Index in the flat weight vector; null: none. */
  readonly selectedWeight: number | null;
}

export interface PlaygroundOptions {
  /** Called for the run, and again whenever the truth is asked for. */
  readonly createTrainer: (handlers: {
    readonly onReport: (report: Report) => void;
    readonly onNotice: (notice: TrainerNotice) => void;
  }) => Trainer;
  readonly experiment: Experiment;
  /** What was wrong with the link it was opened by. */
  readonly notices?: readonly { readonly message: string }[];
}

/** The store and everything that can happen to it. */
export interface Playground extends ExperimentEvents, DataEvents, TruthEvents {
  readonly store: StoreApi<PlaygroundState>;
  readonly play: () => void;
  readonly pause: () => void;
  /** Trains so many steps, then rests. */
  readonly step: (steps: number) => void;
  /** Every snapshot answers these from now on: rows of inputs in the data's units, and what pruning costs. */
  readonly ask: Trainer['ask'];
  /** The snapshot in the store is on the screen. */
  readonly drawn: () => void;
  readonly setVisible: (visible: boolean) => void;
  readonly notify: (text: string) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setShowDraws: (showDraws: boolean) => void;
  readonly selectWeight: (index: number | null) => void;
  readonly dispose: () => void;
}

/** What the events use: the store, the trainer, and the ways in which a run begins, changes and trains. */
export interface PlaygroundParts {
  readonly store: StoreApi<PlaygroundState>;
  readonly trainer: Trainer;
  /** Begins a new run, at rest. */
  readonly begin: (experiment: Experiment) => void;
  /** Goes on with a changed experiment from the posterior as it is. */
  readonly goOnWith: (experiment: Experiment) => void;
  readonly train: (steps: number | null) => void;
  readonly notify: (text: string) => void;
}

function stateOf(
  experiment: Experiment,
): Pick<PlaygroundState, 'experiment' | 'points' | 'heldOut' | 'xDomain' | 'yDomain'> {
  const { training: points, heldOut } = datasetLoaded(experiment.dataset.id)
    ? experimentSplit(experiment)
    : { training: [], heldOut: [] };
  const [xDomain, yDomain] = experimentDomains(experiment, points);
  return { experiment, points, heldOut, xDomain, yDomain };
}

export function createPlayground({ createTrainer, experiment, notices = [] }: PlaygroundOptions): Playground {
  const store = createStore<PlaygroundState>(() => ({
    ...stateOf(experiment),
    snapshot: null,
    history: [],
    run: { kind: 'idle' },
    truth: { kind: 'off' },
    engine: null,
    notices: [],
    past: [],
    future: [],
    showDraws: true,
    selectedWeight: null,
  }));
  const { setState } = store;

  const receive = (report: Report): void =>
    setState(({ run, history }) => ({
      run: nextRun(run, report),
      ...(report.type === 'progressed' && {
        snapshot: report.snapshot,
        history: addToHistory(history, report.snapshot),
      }),
      ...(report.type === 'engine' && { engine: report.status }),
    }));
  const notify = (text: string): void => setState((state) => ({ notices: addNotice(state.notices, text) }));

  const trainer = createTrainer({ onReport: receive, onNotice: (notice) => notify(respawnText(notice)) });
  /** Rows that come in a chunk of their own are shown when they are there, if they still are what is asked for. */
  const showWhenLoaded = ({ dataset: { id } }: Experiment): void => {
    if (datasetLoaded(id)) return;
    loadDataset(id).then(
      () => setState(({ experiment: now }) => (now.dataset.id === id ? stateOf(now) : {})),
      () => notify('The data could not be loaded. Reload the page to try again.'),
    );
  };
  const parts: PlaygroundParts = {
    store,
    trainer,
    begin: (next) => {
      setState(({ run }) => ({
        ...stateOf(next),
        history: [],
        run: nextRun(run, { type: 'started', step: 0 }),
      }));
      trainer.start(next);
      showWhenLoaded(next);
    },
    goOnWith: (next) => {
      setState(stateOf(next));
      trainer.change(next);
    },
    train: (steps) => {
      setState(({ run }) => ({ run: nextRun(run, { type: 'asked', steps }) }));
      trainer.train(steps);
    },
    notify,
  };

  const truth = createTruth(store, createTrainer, notify);
  const experimentEvents = createExperimentEvents(parts);
  experimentEvents.loadExperiment(experiment, notices);
  return {
    store,
    ...experimentEvents,
    ...createDataEvents(parts),
    ...truth.events,
    play: () => parts.train(null),
    pause: () => trainer.pause(),
    step: (steps) => parts.train(steps),
    ask: (questions, pruning) => trainer.ask(questions, pruning),
    drawn: () => trainer.drawn(),
    setVisible: (visible) => {
      trainer.setVisible(visible);
      truth.setVisible(visible);
    },
    notify,
    dismissNotice: (id) =>
      setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    setShowDraws: (showDraws) => setState({ showDraws }),
    selectWeight: (selectedWeight) => setState({ selectedWeight }),
    dispose: () => {
      trainer.dispose();
      truth.dispose();
    },
  };
}
