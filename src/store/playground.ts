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
import { stands } from './ghost.ts';
import { pictureAfter } from './heldPicture.ts';
import { addToHistory } from './history.ts';
import { countNewPoints } from './newPoints.ts';
import { addNotice, addNoticeBehind, type NoticeAction, respawnText } from './notices.ts';
import { createOverlay, type OverlayEvents } from './overlay.ts';
import { isTraining, latestStep, nextRun, stepOf } from './run.ts';
import { runPace } from './runPace.ts';
import { createSlowMotion, type SlowMotionEvents } from './slowMotion.ts';
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
export interface Playground
  extends ExperimentEvents,
    DataEvents,
    OverlayEvents,
    TimeEvents,
    SlowMotionEvents {
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
  /** Whether the reader asked for less motion. */
  readonly setReducedMotion: (reducedMotion: boolean) => void;
  /** Ends the worker of a paused run and frees its memory; the next command starts another worker. */
  readonly release: () => void;
  readonly notify: (text: string, action?: NoticeAction) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setShowDraws: (showDraws: boolean) => void;
  readonly setShowFunction: (showFunction: boolean) => void;
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
export function createPlayground({
  createTrainer,
  experiment,
  notices = [],
  checkpoint = null,
}: PlaygroundOptions): Playground {
  const store = createStore<PlaygroundState>(() => initialPlaygroundState(experiment));
  const { setState } = store;
  const notify = (text: string, action?: NoticeAction): void =>
    setState((state) => ({ notices: addNotice(state.notices, text, action) }));
  const trainer = createTrainer({
    onReport: (report) => {
      setState((state) => withReport(state, report));
      if (report.type === 'progressed') convergence.check();
    },
    // What the link got wrong, for instance, stays on screen.
    onNotice: (notice) =>
      setState(({ notices }) => ({ notices: addNoticeBehind(notices, respawnText(notice)) })),
  });
  /** The step at which training ends (null: never), and the number of commands so far that start or end training. */
  const command = { goal: null as number | null, count: 0 };
  const pause = (): void => {
    setState(({ run }) => ({ run: nextRun(run, { type: 'pause-asked' }) }));
    trainer.pause();
  };
  const convergence = createConvergencePause({ store, notify, pause });
  /** Whether the run was asked to train without end, and so at the experiment's speed. */
  let hasPace = false;
  /** The state in which the next run begins; null: untrained. */
  let opening = checkpoint;

  const parts: PlaygroundParts = {
    store,
    trainer,
    notify,
    pause,
    begin: (next) => {
      command.count++;
      convergence.forgetPause();
      convergence.runBegan();
      setState(({ run }) => ({
        ...derivedState(next),
        ghost: null,
        restarted: false,
        history: [],
        moments: [],
        viewed: null,
        pictureDue: true,
        run: nextRun(run, { type: 'started', step: opening?.state.step ?? 0 }),
      }));
      trainer.start(next, opening);
      opening = null;
      showWhenLoaded(parts, next.dataset.id);
    },
    goOnWith: (next) => {
      const { experiment: before, history } = store.getState();
      const objectiveChanges = reaches(changesBetween(before, next), 'objective');
      if (objectiveChanges) convergence.objectiveChanged(history.at(-1)?.step ?? 0);
      setState((state) => ({ ...derivedState(next), ...present(state), pictureDue: true }));
      trainer.change(next);
      // Resumes a run that had converged, unless a step is being inspected.
      if (objectiveChanges && convergence.isPause() && !next.view.panels.includes('step')) parts.train(null);
    },
    isEndless: () => convergence.isEndless(),
    train: (steps, ramp = 'normal') => {
      convergence.trainingStarted(steps);
      if (store.getState().viewed !== null) {
        goOnFromViewed(parts);
        convergence.wentBackTo(store.getState().history.at(-1)?.step ?? 0);
      }
      const wanted = withinStop(store.getState(), steps);
      command.count++;
      command.goal = wanted === null ? null : latestStep(store.getState()) + wanted;
      setState(({ run }) => ({ run: nextRun(run, { type: 'asked', steps }) }));
      hasPace = steps === null;
      trainer.train(wanted, hasPace ? runPace(store.getState(), ramp) : 'flat-out');
    },
  };

  const overlay = createOverlay(store, createTrainer, notify);
  const experimentEvents = createExperimentEvents(parts);
  /** A pause that the person asks for: the run does not resume by itself. */
  const requestPause = (): void => {
    command.count++;
    convergence.forgetPause();
    pause();
  };
  experimentEvents.loadExperiment(experiment, notices);
  const stopCounting = countNewPoints(store);
  const stopPacing = store.subscribe((now, before) => {
    const changed = now.experiment.view.speed !== before.experiment.view.speed;
    if (changed && hasPace && isTraining(now.run)) trainer.setPace(runPace(now));
  });
  return {
    store,
    ...experimentEvents,
    ...createDataEvents(parts),
    ...overlay.events,
    ...createTimeEvents(parts),
    ...createSlowMotion(parts, experimentEvents.change, requestPause),
    play: () => parts.train(null),
    pause: requestPause,
    hold: () => {
      if (!isTraining(store.getState().run)) return () => {};
      const { goal } = command;
      requestPause();
      const held = command.count;
      return () => {
        const left = goal === null ? null : goal - latestStep(store.getState());
        if (held === command.count && (left === null || left > 0)) parts.train(left);
      };
    },
    step: (steps) => parts.train(steps),
    ask: (queries, pruning) => {
      setState({ pictureDue: true });
      trainer.ask(queries, pruning);
    },
    drawn: () => trainer.drawn(),
    setVisible: (visible) => {
      setState({ visible });
      trainer.setVisible(visible);
      overlay.setVisible(visible);
    },
    setReducedMotion: (reducedMotion) => setState({ reducedMotion }),
    release: () => trainer.release(),
    notify,
    dismissNotice: (id) =>
      setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    setShowDraws: (showDraws) => setState({ showDraws }),
    setShowFunction: (showFunction) => setState({ showFunction }),
    selectWeight: (selectedWeight) => setState({ selectedWeight }),
    setHelp: (help) => setState({ help }),
    setShortcutsOn: (shortcutsOn) => setState({ shortcutsOn }),
    setAnnouncesRun: (announcesRun) => setState({ announcesRun }),
    highlight: (highlighted) => setState({ highlighted }),
    pinHighlight: (pinnedHighlight) => setState({ pinnedHighlight }),
    showPart: (slowPart) => setState({ slowPart }),
    dispose: () => {
      stopCounting();
      stopPacing();
      trainer.dispose();
      overlay.dispose();
    },
  };
}

/** What a report of the worker changes. */
function withReport(state: PlaygroundState, report: Report): Partial<PlaygroundState> {
  const run = nextRun(state.run, report);
  if (report.type === 'engine') return { engine: report.status };
  let { history, moments } = state;
  const progress = report.type === 'progressed' ? [...(report.earlier ?? []), report] : [];
  for (const { snapshot, checkpoint } of progress) {
    history = addToHistory(history, snapshot);
    moments = addMoment(moments, momentOf(snapshot, checkpoint ?? null));
  }
  return {
    run,
    history,
    moments,
    ghost: state.ghost && stands(history) ? null : state.ghost,
    ...pictureAfter({ ...state, run }, moments.at(-1)?.snapshot ?? null),
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
