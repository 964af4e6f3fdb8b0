import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/document/experiment.ts';
import { hasExactPosterior } from '../experiment/pictures/exactPosterior.ts';
import { t } from '../i18n/index.ts';
import { type MethodColor, methods, samplingMethod } from '../model/methods/index.ts';
import { changedQuestion, createMethodQueue, type MethodRun, overlayName } from './methodRuns.ts';
import { sectionName } from './notices.ts';
import type { Overlay, OverlayMethod, PlaygroundOptions, PlaygroundState } from './state.ts';

/** What can happen to the methods that are compared with the run, and to the one that is drawn over it. */
export interface OverlayEvents {
  /** Draws a method over the run of the experiment as it is, and trains it first where it is not known; by default the posterior. */
  readonly showOverlay: (by?: OverlayMethod) => void;
  /** Removes the overlay; cancels its run if it is not done. */
  readonly hideOverlay: () => void;
  /** Confirms that the snapshots of method runs in the store are on the screen. */
  readonly overlayDrawn: () => void;
  /** Trains these methods one after another, those that are known already excepted. */
  readonly compareMethods: (methods: readonly OverlayMethod[]) => void;
  /** Cancels the runs that wait or run, but not that of the overlay; by default all. */
  readonly cancelMethods: (methods?: readonly OverlayMethod[]) => void;
}

/** The overlay that shows the posterior: exact where it has a closed form, else by the sampling method. */
function posteriorOverlay(experiment: Experiment): OverlayMethod {
  return hasExactPosterior(experiment) ? 'exact' : samplingMethod;
}

/** Owns the queue of method runs, and ends them when the posterior changes. */
export function createOverlay(
  store: StoreApi<PlaygroundState>,
  createTrainer: PlaygroundOptions['createTrainer'],
  notify: (text: string) => void,
) {
  /** The method that is drawn over the run; null: none. */
  let drawn: OverlayMethod | null = null;

  const unfinished = ({ kind }: MethodRun): boolean => kind !== 'done';

  const queue = createMethodQueue(store, createTrainer, () => {
    const run = store.getState().methodRuns.find(({ by }) => by === drawn);
    const overlay = overlayOf(run);
    if (overlay !== store.getState().overlay) store.setState({ overlay });
  });

  function draw(by: OverlayMethod | null): void {
    drawn = by;
    if (by === null) store.setState({ overlay: { kind: 'off' } });
  }

  const stopFollowing = store.subscribe(({ methodRuns, overlay, experiment, points }, before) => {
    const [first] = methodRuns;
    if (experiment === before.experiment || !first) return;
    const section = changedQuestion(first.of, experiment, before.points, points);
    if (section === null) return;
    const name = drawn === null || overlay.kind === 'failed' ? null : overlayName(drawn);
    draw(null);
    queue.remove(() => true);
    if (name !== null)
      notify(t('The comparison with {name} has ended: {part} changed', { name, part: sectionName(section) }));
  });

  return {
    events: {
      showOverlay: (by = posteriorOverlay(store.getState().experiment)) => {
        draw(by);
        queue.remove((run) => run.by === by && run.kind === 'failed');
        const known = store.getState().methodRuns.find((run) => run.by === by);
        queue.add(by, true);
        if (known)
          store.setState({ overlay: overlayOf(store.getState().methodRuns.find((run) => run.by === by)) });
      },
      hideOverlay: () => {
        const by = drawn;
        draw(null);
        queue.remove((run) => run.by === by && unfinished(run));
      },
      overlayDrawn: queue.drawn,
      compareMethods: (wanted) => {
        for (const by of wanted) queue.add(by);
      },
      cancelMethods: (wanted) =>
        queue.remove(
          (run) => unfinished(run) && run.by !== drawn && (wanted === undefined || wanted.includes(run.by)),
        ),
    } satisfies OverlayEvents,
    setVisible: queue.setVisible,
    dispose: (): void => {
      stopFollowing();
      queue.dispose();
    },
  };
}

/** The overlay as the state of the run that is drawn. */
function overlayOf(run: MethodRun | undefined): Overlay {
  if (!run) return { kind: 'off' };
  if (run.kind !== 'waiting') return run;
  return { kind: 'running', by: run.by, of: run.of, step: 0, steps: 1, snapshot: null };
}

/** The name of an overlay in a legend. */
export function overlayShort(by: OverlayMethod): string {
  return by === 'exact' ? t('exact posterior') : overlayName(by);
}

/** The colour of a method's bands; the exact posterior has that of the method that samples it. */
export function methodColor(by: OverlayMethod): MethodColor {
  return methods[by === 'exact' ? samplingMethod : by].color;
}
