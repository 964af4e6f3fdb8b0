import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { Fault } from '../experiment/document/fields.ts';
import { experimentDomains, experimentSplit } from '../experiment/pictures/data.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { datasetLoaded } from '../model/datasets/index.ts';
import type { EstimatorKind } from '../model/estimators/index.ts';
import type { MethodKind } from '../model/methods/index.ts';
import type { Checkpoint, EngineStatus, Report } from '../worker/protocol.ts';
import type { Trainer, TrainerNotice } from '../worker/trainer.ts';
import type { Convergence } from './convergence.ts';
import type { Ghost } from './ghost.ts';
import type { HistoryEntry } from './history.ts';
import type { MethodRun } from './methodRuns.ts';
import type { Notice } from './notices.ts';
import type { Point } from './pointEdits.ts';
import type { Run } from './run.ts';
import type { Moment } from './timeline.ts';
import type { UndoStacks } from './undo.ts';

/**
 * Everything the page shows. Values derived from the experiment (points, domains) are stored with it and set with it.
 */
export interface PlaygroundState extends UndoStacks {
  readonly experiment: Experiment;
  /** How many experiments were opened as a whole: by a link, a file, a challenge. */
  readonly opened: number;
  readonly points: readonly Point[];
  /** Held-out points. */
  readonly heldOut: readonly Point[];
  /** How many points were added to those that the data began with. */
  readonly newPoints: number;
  readonly xDomain: Problem['xDomain'];
  readonly yDomain: Problem['yDomain'];
  /** The snapshot that plots draw: the last one, or that of the viewed moment; null until the first. */
  readonly snapshot: Snapshot | null;
  /** The picture of the run before a change, until the new run stands; null: none. */
  readonly ghost: Ghost | null;
  readonly history: readonly HistoryEntry[];
  /** Moments of the run that can be viewed again. */
  readonly moments: readonly Moment[];
  /** The step of the moment that is viewed; null: the present. */
  readonly viewed: number | null;
  /** When F converged; null: it still falls, or too little is known. */
  readonly converged: Convergence | null;
  readonly run: Run;
  /** Whether a change of the experiment began this run: its first steps then need not be shown slowly. */
  readonly restarted: boolean;
  /** Other methods on the same data, in the order in which they train. */
  readonly methodRuns: readonly MethodRun[];
  readonly overlay: Overlay;
  readonly engine: EngineStatus | null;
  readonly notices: readonly Notice[];
  /** Whether single functions are drawn over the band. */
  readonly showDraws: boolean;
  /** Whether the function behind generated data is drawn. */
  readonly showFunction: boolean;
  /** Index in the flat weight vector; null: none. */
  readonly selectedWeight: number | null;
  /** Whether the help is open. */
  readonly help: boolean;
  /** Whether single keys are shortcuts. */
  readonly shortcutsOn: boolean;
  /** Whether the run is announced to screen readers. */
  readonly announcesRun: boolean;
  /** Whether the page is visible. */
  readonly visible: boolean;
  /** Whether the reader asked for less motion: a run that trains shows three pictures, see `heldPicture.ts`. */
  readonly reducedMotion: boolean;
  /** Whether the picture is of an older run or experiment, so that the next snapshot replaces it in any case. */
  readonly pictureDue: boolean;
  /** The term of the objective whose controls and plots are highlighted while it is pointed at. */
  readonly highlighted: HighlightTarget | null;
  /** The term that stays highlighted until it is released. */
  readonly pinnedHighlight: HighlightTarget | null;
  /** The part of the step that slow motion shows; null: slow motion is closed. */
  readonly slowPart: number | null;
  /** The estimator to return to when slow motion closes; null: it changed none. */
  readonly estimatorAfterSlow: EstimatorKind | null;
}

/** A term of the objective, or the plots that a part of a step is about. */
export type HighlightTarget = 'total' | 'complexity' | 'likelihood' | 'weights' | 'predictive';

/** What a run can be compared with: the exact posterior, or another method. */
export type OverlayMethod = MethodKind | 'exact';

/** The parts of a snapshot that comparisons show. */
export type MethodPicture = Pick<Snapshot, 'step' | 'predictive' | 'chains' | 'calibration'>;

/**
 * The method run that is drawn over the page's run. snapshot: the last one; null until the first. of: the experiment it
 * was computed for.
 */
export type Overlay =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'running';
      readonly by: OverlayMethod;
      readonly step: number;
      readonly steps: number;
      readonly snapshot: MethodPicture | null;
      readonly of: Experiment;
    }
  | {
      readonly kind: 'done';
      readonly by: OverlayMethod;
      readonly snapshot: MethodPicture;
      readonly of: Experiment;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface PlaygroundOptions {
  /** Called once for the run, and again for each overlay that needs a worker. */
  readonly createTrainer: (handlers: {
    readonly onReport: (report: Report) => void;
    readonly onNotice: (notice: TrainerNotice) => void;
  }) => Trainer;
  readonly experiment: Experiment;
  /** What was wrong with the link that opened the page. */
  readonly notices?: readonly Fault[];
  /** The state in which the first run opens, paused; by default its state before the first step. */
  readonly checkpoint?: Checkpoint | null;
}

/** What events use: the store, the trainer, and the ways in which a run begins, changes and trains. */
export interface PlaygroundParts {
  readonly store: StoreApi<PlaygroundState>;
  readonly trainer: Trainer;
  /** Begins a new run, paused at step 0. */
  readonly begin: (experiment: Experiment) => void;
  /** Continues the run with a changed experiment from the posterior as it is. */
  readonly goOnWith: (experiment: Experiment) => void;
  /**
   * Trains so many steps, flat out; null: without end, at the speed that the experiment asks for. ramp: `quick` after a
   * change, where the picture before it is still known.
   */
  readonly train: (steps: number | null, ramp?: 'normal' | 'quick') => void;
  readonly pause: () => void;
  /** Whether training without end was requested, and no pause since: a run that came to rest by itself keeps it. */
  readonly isEndless: () => boolean;
  readonly notify: (text: string) => void;
}

/** The points of a data set whose rows are not loaded yet; always the same arrays. */
const NOT_LOADED = { training: [], heldOut: [] } as const;

/** The part of the state that follows from the experiment; without points until the data set is loaded. */
export function derivedState(
  experiment: Experiment,
): Pick<PlaygroundState, 'experiment' | 'points' | 'heldOut' | 'xDomain' | 'yDomain'> {
  const { training: points, heldOut } = datasetLoaded(experiment.dataset.id)
    ? experimentSplit(experiment)
    : NOT_LOADED;
  const [xDomain, yDomain] = experimentDomains(experiment, points);
  return { experiment, points, heldOut, xDomain, yDomain };
}

/** The state of a page that opens with an experiment. */
export function initialPlaygroundState(experiment: Experiment): PlaygroundState {
  return {
    ...derivedState(experiment),
    opened: 0,
    newPoints: 0,
    snapshot: null,
    ghost: null,
    history: [],
    moments: [],
    viewed: null,
    converged: null,
    run: { kind: 'idle' },
    restarted: false,
    methodRuns: [],
    overlay: { kind: 'off' },
    engine: null,
    notices: [],
    past: [],
    future: [],
    showDraws: true,
    showFunction: true,
    selectedWeight: null,
    help: false,
    shortcutsOn: true,
    announcesRun: true,
    visible: true,
    reducedMotion: false,
    pictureDue: true,
    highlighted: null,
    pinnedHighlight: null,
    slowPart: null,
    estimatorAfterSlow: null,
  };
}
