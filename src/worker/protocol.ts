import type { EngineChoice, Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { Scalers } from '../experiment/problem/scalers.ts';
import type { Locale } from '../i18n/index.ts';
import type { TrainingPace } from './trainingPace.ts';

/** Names one run; reports of any run but the current one are dropped. */
export type RunId = number;

/** What another worker needs to continue a run. */
export interface Checkpoint {
  readonly state: TrainingState;
  readonly scalers: Scalers;
}

/** Page → worker, as the first message: the locale of all texts. Not sent for English. */
export interface LocaleCommand {
  readonly type: 'set-locale';
  readonly locale: Locale;
}

/** Page → worker. `order` numbers every `train` and `pause`, so that replies to earlier ones can be ignored. */
export type Command =
  /** Begin a run, paused, from its initial state or from a checkpoint; answered by a snapshot. */
  | {
      readonly type: 'start';
      readonly runId: RunId;
      readonly experiment: Experiment;
      readonly checkpoint: Checkpoint | null;
      readonly distrustGpu: boolean;
    }
  /** Continue with this experiment from the current posterior; only for changes that keep the number of parameters. */
  | { readonly type: 'change'; readonly runId: RunId; readonly experiment: Experiment }
  /** Train `steps` steps more, added to those still to do, or without end (null). pace: flat out by default. */
  | {
      readonly type: 'train';
      readonly runId: RunId;
      readonly steps: number | null;
      readonly order: number;
      readonly pace?: TrainingPace;
    }
  /** Change the pace of a run that trains. */
  | { readonly type: 'set-pace'; readonly runId: RunId; readonly pace: TrainingPace }
  | { readonly type: 'pause'; readonly runId: RunId; readonly order: number }
  /**
   * What every snapshot of the run includes from now on: predictions for these rows of inputs, in the data's units, and
   * optionally the curve of accuracy against pruned weights. Answered by a snapshot.
   */
  | {
      readonly type: 'ask';
      readonly runId: RunId;
      readonly queries: Queries;
      readonly pruning?: boolean;
    }
  /** The last snapshot was drawn: the worker may send the next. */
  | { readonly type: 'drawn'; readonly runId: RunId }
  /** The page was hidden or shown again: stop or continue, without a change of the run's state. */
  | { readonly type: 'suspend'; readonly suspended: boolean }
  /** Asks whether the worker responds; answered by `alive`. */
  | { readonly type: 'ping'; readonly count: number };

/** Why this engine runs, as one short sentence for the page. */
export interface EngineStatus {
  readonly backend: Backend;
  readonly choice: EngineChoice;
  readonly reason: string;
}

/** A snapshot of the run, and if it is small the checkpoint behind it. */
export interface Progress {
  readonly snapshot: Snapshot;
  readonly checkpoint?: Checkpoint | null;
}

/** Worker → page: what happened. */
export type Report =
  /** earlier: made since the last report, while the page was still drawing that one; for the timeline. */
  | ({
      readonly type: 'progressed';
      readonly runId: RunId;
      readonly earlier?: readonly Progress[];
    } & Progress)
  /**
   * Training stopped: either because of `pause`, and the last snapshot follows; or because all steps are done, and the last
   * snapshot came before this, unless the page did not draw the one before in time.
   */
  | { readonly type: 'paused'; readonly runId: RunId; readonly step: number; readonly order: number }
  | {
      readonly type: 'diverged';
      readonly runId: RunId;
      readonly step: number;
      readonly term: 'complexityCost' | 'likelihoodCost';
      /** In nats, where it is finite but beyond sense. */
      readonly cost?: number;
    }
  | { readonly type: 'failed'; readonly runId: RunId; readonly message: string }
  /** The state to continue from if this worker dies; about twice a second while training. */
  | ({ readonly type: 'checkpoint'; readonly runId: RunId } & Checkpoint)
  | { readonly type: 'engine'; readonly runId: RunId; readonly status: EngineStatus }
  /** The worker may be silent this long from now on, while a graphics card compiles programs. 0: the usual time again. */
  | { readonly type: 'occupied'; readonly runId: RunId; readonly milliseconds: number }
  /** `units` counts pieces of work done. While it does not grow although the worker is `busy`, the worker is stuck. */
  | { readonly type: 'alive'; readonly count: number; readonly units: number; readonly busy: boolean };
