import { createStore, type StoreApi } from 'zustand/vanilla';
import { changesBetween, reaches } from '../experiment/document/changes.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import { experimentDomains, experimentSplit, type Problem } from '../experiment/problem/problem.ts';
import { t } from '../i18n/index.ts';
import { datasetLoaded, loadDataset } from '../model/datasets/index.ts';
import { methods } from '../model/methods/index.ts';
import type { EngineStatus, Report } from '../worker/protocol.ts';
import type { Trainer, TrainerNotice } from '../worker/trainer.ts';
import { type Convergence, convergenceOf } from './convergence.ts';
import { createDataEvents, type DataEvents } from './dataEvents.ts';
import { createExperimentEvents, type ExperimentEvents } from './experimentEvents.ts';
import { addToHistory, type HistoryEntry } from './history.ts';
import { countNewPoints } from './newPoints.ts';
import { addNotice, convergedText, type Notice, type NoticeAction, respawnText } from './notices.ts';
import { createOverlay, type Overlay, type OverlayEvents } from './overlay.ts';
import type { Point } from './pointEdits.ts';
import { nextRun, type Run, stepOf } from './run.ts';
import { createTimeEvents, goOnFromViewed, type TimeEvents } from './timeEvents.ts';
import { addMoment, type Moment, momentOf } from './timeline.ts';
import type { UndoStacks } from './undo.ts';

/** Everything the page shows. What follows from the experiment (points, domains) is kept beside it, always in step. */
export interface PlaygroundState extends UndoStacks {
  readonly experiment: Experiment;
  readonly points: readonly Point[];
  /** Points that training never sees. */
  readonly heldOut: readonly Point[];
  /** Points beyond those that the experiment was opened with. */
  readonly newPoints: number;
  readonly xDomain: Problem['xDomain'];
  readonly yDomain: Problem['yDomain'];
  /** The last picture of the run; null until the first. */
  readonly snapshot: Snapshot | null;
  readonly history: readonly HistoryEntry[];
  /** Moments of the run that can be looked at again; `viewed`: the step that is, null: the present. */
  readonly moments: readonly Moment[];
  readonly viewed: number | null;
  /** Since when F stands still; null: it falls, or nobody knows. */
  readonly converged: Convergence | null;
  readonly run: Run;
  readonly overlay: Overlay;
  readonly engine: EngineStatus | null;
  readonly notices: readonly Notice[];
  /** Whether single functions are drawn over the band. */
  readonly showDraws: boolean;
  /** Index in the flat weight vector; null: none. */
  readonly selectedWeight: number | null;
  /** Whether the help is open, single keys are shortcuts, and the run is announced to screen readers. */
  readonly help: boolean;
  readonly shortcutsOn: boolean;
  readonly spoken: boolean;
  /** Whether anybody can see the page: what nobody sees rests. */
  readonly visible: boolean;
  /** The term of the objective whose controls and plots are lit: while it is pointed at, and as long as it is held. */
  readonly highlighted: HighlightTarget | null;
  readonly pinnedHighlight: HighlightTarget | null;
  /** The part of the step that slow motion shows; null: it is closed. */
  readonly slowPart: number | null;
}

/** A term of the objective, or the plots that a part of a step is about. */
export type HighlightTarget = 'total' | 'complexity' | 'likelihood' | 'weights' | 'predictive';

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
export interface Playground extends ExperimentEvents, DataEvents, OverlayEvents, TimeEvents {
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
  /** Gives up the worker of a run that rests, and all that it holds; whatever comes next starts another. */
  readonly release: () => void;
  readonly notify: (text: string, action?: NoticeAction) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setShowDraws: (showDraws: boolean) => void;
  readonly selectWeight: (index: number | null) => void;
  readonly setHelp: (help: boolean) => void;
  readonly setShortcutsOn: (shortcutsOn: boolean) => void;
  readonly setSpoken: (spoken: boolean) => void;
  readonly highlight: (highlighted: HighlightTarget | null) => void;
  readonly pinHighlight: (highlighted: HighlightTarget | null) => void;
  readonly showPart: (slowPart: number | null) => void;
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
    newPoints: 0,
    snapshot: null,
    history: [],
    moments: [],
    viewed: null,
    converged: null,
    run: { kind: 'idle' },
    overlay: { kind: 'off' },
    engine: null,
    notices: [],
    past: [],
    future: [],
    showDraws: true,
    selectedWeight: null,
    help: false,
    shortcutsOn: true,
    spoken: true,
    visible: true,
    highlighted: null,
    pinnedHighlight: null,
    slowPart: null,
  }));
  const { setState } = store;

  let endless = false;
  /** The step from which F is what it is now. */
  let unchangedSince = 0;
  const receive = (report: Report): void => {
    setState(({ run, history, moments, viewed, snapshot }) => ({
      run: nextRun(run, report),
      ...(report.type === 'progressed' && {
        snapshot: viewed === null ? report.snapshot : snapshot,
        history: addToHistory(history, report.snapshot),
        moments: addMoment(moments, momentOf(report.snapshot, report.checkpoint ?? null)),
      }),
      ...(report.type === 'engine' && { engine: report.status }),
    }));
    if (report.type === 'progressed' && endless) stopWhenConverged();
  };
  /** It was not a person who paused it. */
  let restsByItself = false;
  /** Training rests when F stands still, once: whoever goes on then wants to, until something changes. */
  const stopWhenConverged = (): void => {
    const { run, converged, history, experiment } = store.getState();
    const { chains } = methods[experiment.inference.method];
    if (run.kind !== 'training' || converged || chains || experiment.view.stop !== 'converged') return;
    const found = convergenceOf(history, unchangedSince);
    if (!found) return;
    setState({ converged: found });
    restsByItself = true;
    trainer.pause();
    notify(convergedText(found));
  };
  const dropConvergedNotice = (): void =>
    setState(({ converged, notices }) =>
      converged ? { notices: notices.filter(({ text }) => text !== convergedText(converged)) } : {},
    );
  const forgetConvergence = (since: number): void => {
    unchangedSince = since;
    dropConvergedNotice();
    setState({ converged: null });
  };
  const notify = (text: string, action?: NoticeAction): void =>
    setState((state) => ({ notices: addNotice(state.notices, text, action) }));

  const trainer = createTrainer({ onReport: receive, onNotice: (notice) => notify(respawnText(notice)) });
  /** Rows that come in a chunk of their own are shown when they are there, if they still are what is asked for. */
  const showWhenLoaded = ({ dataset: { id } }: Experiment): void => {
    if (datasetLoaded(id)) return;
    loadDataset(id).then(
      () => setState(({ experiment: now }) => (now.dataset.id === id ? stateOf(now) : {})),
      () => notify(t('The data could not be loaded. Reload the page to try again.')),
    );
  };
  /** A change is made to the run as it is: whoever looks back comes back. */
  const present = (): Pick<PlaygroundState, 'viewed' | 'snapshot'> => {
    const { viewed, snapshot, moments } = store.getState();
    return { viewed: null, snapshot: viewed === null ? snapshot : (moments.at(-1)?.snapshot ?? null) };
  };
  const parts: PlaygroundParts = {
    store,
    trainer,
    begin: (next) => {
      restsByItself = false;
      forgetConvergence(0);
      setState(({ run }) => ({
        ...stateOf(next),
        history: [],
        moments: [],
        viewed: null,
        run: nextRun(run, { type: 'started', step: 0 }),
      }));
      trainer.start(next);
      showWhenLoaded(next);
    },
    goOnWith: (next) => {
      const { experiment, history } = store.getState();
      const changed = reaches(changesBetween(experiment, next), 'objective');
      if (changed) forgetConvergence(history.at(-1)?.step ?? 0);
      setState({ ...stateOf(next), ...present() });
      trainer.change(next);
      // F no longer stands still, and nobody asked for rest, or takes a step apart.
      if (changed && restsByItself && !next.view.panels.includes('step')) parts.train(null);
    },
    train: (steps) => {
      restsByItself = false;
      dropConvergedNotice();
      if (store.getState().viewed !== null) {
        goOnFromViewed(parts);
        forgetConvergence(Math.min(unchangedSince, store.getState().history.at(-1)?.step ?? 0));
      }
      const { run, snapshot, experiment } = store.getState();
      const ahead = experiment.view.stopAt - stepOf(run, snapshot?.step ?? 0);
      const wanted = steps === null && ahead > 0 ? ahead : steps;
      endless = steps === null;
      setState({ run: nextRun(run, { type: 'asked', steps: wanted }) });
      trainer.train(wanted);
    },
    notify,
  };

  const overlay = createOverlay(store, createTrainer, notify);
  const experimentEvents = createExperimentEvents(parts);
  experimentEvents.loadExperiment(experiment, notices);
  const stopCounting = countNewPoints(store);
  return {
    store,
    ...experimentEvents,
    ...createDataEvents(parts),
    ...overlay.events,
    ...createTimeEvents(parts),
    play: () => parts.train(null),
    pause: () => {
      restsByItself = false;
      trainer.pause();
    },
    step: (steps) => parts.train(steps),
    ask: (queries, pruning) => trainer.ask(queries, pruning),
    drawn: () => trainer.drawn(),
    setVisible: (visible) => {
      setState({ visible });
      trainer.setVisible(visible);
      overlay.setVisible(visible);
    },
    release: () => trainer.release(),
    notify,
    dismissNotice: (id) =>
      setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    setShowDraws: (showDraws) => setState({ showDraws }),
    selectWeight: (selectedWeight) => setState({ selectedWeight }),
    setHelp: (help) => setState({ help }),
    setShortcutsOn: (shortcutsOn) => setState({ shortcutsOn }),
    setSpoken: (spoken) => setState({ spoken }),
    highlight: (highlighted) => setState({ highlighted }),
    pinHighlight: (pinnedHighlight) => setState({ pinnedHighlight }),
    showPart: (slowPart) => setState({ slowPart }),
    dispose: () => {
      stopCounting();
      trainer.dispose();
      overlay.dispose();
    },
  };
}
