import { createStore, type StoreApi } from 'zustand/vanilla';
import { changesBetween, reaches } from '../experiment/document/changes.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { t } from '../i18n/index.ts';
import { datasetLoaded, loadDataset } from '../model/datasets/index.ts';
import type { Report } from '../worker/protocol.ts';
import type { Trainer } from '../worker/trainer.ts';
import { createConvergencePause } from './convergencePause.ts';
import { createDataEvents, type DataEvents } from './dataEvents.ts';
import { createExperimentEvents, type ExperimentEvents } from './experimentEvents.ts';
import { addToHistory } from './history.ts';
import { countNewPoints } from './newPoints.ts';
import { addNotice, type NoticeAction, respawnText } from './notices.ts';
import { createOverlay, type OverlayEvents } from './overlay.ts';
import { nextRun, stepOf } from './run.ts';
import {
  derivedState,
  type HighlightTarget,
  initialPlaygroundState,
  type PlaygroundOptions,
  type PlaygroundParts,
  type PlaygroundState,
} from './state.ts';
import { createTimeEvents, goOnFromViewed, type TimeEvents } from './timeEvents.ts';
import { addMoment, momentOf } from './timeline.ts';

/** The store and everything that can happen to it. */
export interface Playground extends ExperimentEvents, DataEvents, OverlayEvents, TimeEvents {
  readonly store: StoreApi<PlaygroundState>;
  readonly play: () => void;
  readonly pause: () => void;
  /**
   * Pauses a run that trains. Returns the function that resumes it, for the steps that were left; it does nothing if the
   * run did not train, or if it was started, paused or replaced in the meantime.
   */
  readonly hold: () => () => void;
  /** Trains so many steps, then pauses. */
  readonly step: (steps: number) => void;
  /** Adds to every later snapshot: predictions at rows of inputs in the data's units, and what pruning costs. */
  readonly ask: Trainer['ask'];
  /** Confirms that the snapshot in the store is on the screen; the worker sends the next one only then. */
  readonly drawn: () => void;
  readonly setVisible: (visible: boolean) => void;
  /** Ends the worker of a paused run and frees its memory; the next command starts another worker. */
  readonly release: () => void;
  readonly notify: (text: string, action?: NoticeAction) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setShowDraws: (showDraws: boolean) => void;
  readonly selectWeight: (index: number | null) => void;
  readonly setHelp: (help: boolean) => void;
  readonly setShortcutsOn: (shortcutsOn: boolean) => void;
  readonly setAnnouncesRun: (announcesRun: boolean) => void;
  readonly highlight: (highlighted: HighlightTarget | null) => void;
  readonly pinHighlight: (highlighted: HighlightTarget | null) => void;
  readonly showPart: (slowPart: number | null) => void;
  readonly dispose: () => void;
}

/** A playground that opens with an experiment and, if the experiment requires it, begins to train. */
export function createPlayground({ createTrainer, experiment, notices = [] }: PlaygroundOptions): Playground {
  const store = createStore<PlaygroundState>(() => initialPlaygroundState(experiment));
  const { setState } = store;
  const notify = (text: string, action?: NoticeAction): void =>
    setState((state) => ({ notices: addNotice(state.notices, text, action) }));
  const trainer = createTrainer({
    onReport: (report) => {
      setState((state) => withReport(state, report));
      if (report.type === 'progressed') convergence.check();
    },
    onNotice: (notice) => notify(respawnText(notice)),
  });
  /** The step at which training ends (null: never), and the number of commands so far that start or end training. */
  const command = { goal: null as number | null, count: 0 };
  const convergence = createConvergencePause({ store, notify, pause: () => trainer.pause() });

  const parts: PlaygroundParts = {
    store,
    trainer,
    notify,
    begin: (next) => {
      command.count++;
      convergence.forgetPause();
      convergence.objectiveChanged(0);
      setState(({ run }) => ({
        ...derivedState(next),
        history: [],
        moments: [],
        viewed: null,
        run: nextRun(run, { type: 'started', step: 0 }),
      }));
      trainer.start(next);
      showWhenLoaded(parts, next.dataset.id);
    },
    goOnWith: (next) => {
      const { experiment: before, history } = store.getState();
      const objectiveChanges = reaches(changesBetween(before, next), 'objective');
      if (objectiveChanges) convergence.objectiveChanged(history.at(-1)?.step ?? 0);
      setState((state) => ({ ...derivedState(next), ...present(state) }));
      trainer.change(next);
      // Resumes a run that had converged, unless a step is being inspected.
      if (objectiveChanges && convergence.isPause() && !next.view.panels.includes('step')) parts.train(null);
    },
    train: (steps) => {
      convergence.trainingStarted(steps);
      if (store.getState().viewed !== null) {
        goOnFromViewed(parts);
        convergence.wentBackTo(store.getState().history.at(-1)?.step ?? 0);
      }
      const wanted = withinStop(store.getState(), steps);
      command.count++;
      command.goal = wanted === null ? null : currentStep() + wanted;
      setState(({ run }) => ({ run: nextRun(run, { type: 'asked', steps: wanted }) }));
      trainer.train(wanted);
    },
  };

  const currentStep = (): number => {
    const { run, history } = store.getState();
    return stepOf(run, history.at(-1)?.step ?? 0);
  };
  const pause = (): void => {
    command.count++;
    convergence.forgetPause();
    trainer.pause();
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
    pause,
    hold: () => {
      if (store.getState().run.kind !== 'training') return () => {};
      const { goal } = command;
      pause();
      const held = command.count;
      return () => {
        const left = goal === null ? null : goal - currentStep();
        if (held === command.count && (left === null || left > 0)) parts.train(left);
      };
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
    setAnnouncesRun: (announcesRun) => setState({ announcesRun }),
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

/** What a report of the worker changes. While a moment of the past is viewed, its snapshot stays on the screen. */
function withReport(state: PlaygroundState, report: Report): Partial<PlaygroundState> {
  const { run, history, moments, viewed, snapshot } = state;
  return {
    run: nextRun(run, report),
    ...(report.type === 'progressed' && {
      snapshot: viewed === null ? report.snapshot : snapshot,
      history: addToHistory(history, report.snapshot),
      moments: addMoment(moments, momentOf(report.snapshot, report.checkpoint ?? null)),
    }),
    ...(report.type === 'engine' && { engine: report.status }),
  };
}

/** Leaves the past: a change is made to the run as it is now. */
function present({
  viewed,
  snapshot,
  moments,
}: PlaygroundState): Pick<PlaygroundState, 'viewed' | 'snapshot'> {
  return { viewed: null, snapshot: viewed === null ? snapshot : (moments.at(-1)?.snapshot ?? null) };
}

/** Steps to train: of a run without end (null), those up to `view.stopAt` where that lies ahead. */
function withinStop({ run, snapshot, experiment }: PlaygroundState, steps: number | null): number | null {
  const ahead = experiment.view.stopAt - stepOf(run, snapshot?.step ?? 0);
  return steps === null && ahead > 0 ? ahead : steps;
}

/** Shows the rows of a data set that is loaded on demand, if it is still the chosen one when they arrive. */
function showWhenLoaded({ store, notify }: PlaygroundParts, id: Experiment['dataset']['id']): void {
  if (datasetLoaded(id)) return;
  loadDataset(id).then(
    () => store.setState(({ experiment }) => (experiment.dataset.id === id ? derivedState(experiment) : {})),
    () => notify(t('The data could not be loaded. Reload the page to try again.')),
  );
}
