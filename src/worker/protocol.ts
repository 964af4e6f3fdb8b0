import type { EngineChoice, Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { Scalers } from '../experiment/problem/scalers.ts';
import type { Locale } from '../i18n/index.ts';

/** Names one run; reports of any run but the current one are dropped. */
export type RunId = number;

/** Enough to go on from in another worker. */
export interface Checkpoint {
  readonly state: TrainingState;
  readonly scalers: Scalers;
}

/** Page → worker, before all else: what to say to people from now on. Not sent for English. */
export interface LocaleCommand {
  readonly type: 'set-locale';
  readonly locale: Locale;
}

/** Page → worker: what to do. `order` numbers every `train` and `pause`, so that late answers are recognised. */
export type Command =
  /** Begin a run, at rest, from the start or from a checkpoint; answered by a snapshot. */
  | {
      readonly type: 'start';
      readonly runId: RunId;
      readonly experiment: Experiment;
      readonly checkpoint: Checkpoint | null;
      readonly distrustGpu: boolean;
    }
  /** Go on training with this experiment, from the posterior as it is (only for changes that keep its shape). */
  | { readonly type: 'change'; readonly runId: RunId; readonly experiment: Experiment }
  /** Train `steps` steps, on top of those still to do, or without end (null). */
  | { readonly type: 'train'; readonly runId: RunId; readonly steps: number | null; readonly order: number }
  | { readonly type: 'pause'; readonly runId: RunId; readonly order: number }
  /**
   * What every picture of the run answers from now on: rows of inputs in the data's units, and whether the curve of
   * accuracy against pruned weights (by default not). Answered by a snapshot.
   */
  | {
      readonly type: 'ask';
      readonly runId: RunId;
      readonly queries: Queries;
      readonly pruning?: boolean;
    }
  /** The last snapshot was drawn: the worker may send the next. */
  | { readonly type: 'drawn'; readonly runId: RunId }
  /** The page is hidden (or shown again): rest, without a change of the run's state. */
  | { readonly type: 'suspend'; readonly suspended: boolean }
  /** Are you alive? Answered by `alive`. */
  | { readonly type: 'ping'; readonly count: number };

/** Why this engine runs, as one short sentence for the page. */
export interface EngineStatus {
  readonly backend: Backend;
  readonly choice: EngineChoice;
  readonly reason: string;
}

/** Worker → page: what happened. */
export type Report =
  /** A picture of the run, and where that is small enough what is needed to go on from it. */
  | {
      readonly type: 'progressed';
      readonly runId: RunId;
      readonly snapshot: Snapshot;
      readonly checkpoint?: Checkpoint | null;
    }
  /**
   * Training stopped: because it was asked to, and a last snapshot follows; or because its steps are done, and it came
   * before, if the page was drawing.
   */
  | { readonly type: 'paused'; readonly runId: RunId; readonly step: number; readonly order: number }
  | {
      readonly type: 'diverged';
      readonly runId: RunId;
      readonly step: number;
      readonly term: 'complexityCost' | 'likelihoodCost';
    }
  | { readonly type: 'failed'; readonly runId: RunId; readonly message: string }
  /** Enough to go on from if this worker dies; about twice a second while training. */
  | ({ readonly type: 'checkpoint'; readonly runId: RunId } & Checkpoint)
  | { readonly type: 'engine'; readonly runId: RunId; readonly status: EngineStatus }
  /** The worker may now be silent this long: it waits for a graphics card to compile programs. 0: no longer. */
  | { readonly type: 'occupied'; readonly runId: RunId; readonly milliseconds: number }
  /** `units` counts pieces of work done; one that stands still while `busy` is a worker that waits for ever. */
  | { readonly type: 'alive'; readonly count: number; readonly units: number; readonly busy: boolean };
