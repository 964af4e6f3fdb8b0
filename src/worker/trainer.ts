import type { Experiment } from '../experiment/document/experiment.ts';
import { type Backend, usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import { t } from '../i18n/index.ts';
import type { Checkpoint, Command, Report, RunId } from './protocol.ts';
import { replyTimeout } from './replyTimeout.ts';
import type { TrainingPace } from './trainingPace.ts';
import {
  afterEngineChange,
  afterMessage,
  afterProgress,
  afterTime,
  diagnosis,
  newVitals,
  PING_INTERVAL,
  type Vitals,
  withGrace,
} from './watchdog.ts';

/** The worker was lost, and training continued in a new one from this step. */
export interface TrainerNotice {
  readonly kind: 'respawned';
  readonly step: number;
  /** Whether workers no longer use the graphics card, because two were lost while they did. */
  readonly distrustGpu: boolean;
}

/** The clock, injected for tests. `every` calls `task` repeatedly until the function that it returns is called. */
export interface Clock {
  readonly now: () => number;
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

export interface TrainerOptions {
  readonly createWorker: () => Worker;
  readonly onReport: (report: Report) => void;
  readonly onNotice: (notice: TrainerNotice) => void;
  readonly clock?: Clock;
  /** Factor on the time that a worker may be silent, for many workers that share a machine; 1 by default. */
  readonly timeoutFactor?: number;
  /** Why no worker can start in this page; null: nothing is known to forbid it. A worker is then not replaced. */
  readonly refusal?: () => string | null;
}

/** The page's side of training: one run at a time, in a worker that is replaced when it is lost. */
export interface Trainer {
  /** Begins a run, paused. */
  readonly start: (experiment: Experiment, checkpoint?: Checkpoint | null) => void;
  /** Continues with a changed experiment from the current posterior. */
  readonly change: (experiment: Experiment) => void;
  /** Trains `steps` steps more, or without end (null); flat out unless a pace is given. */
  readonly train: (steps: number | null, pace?: TrainingPace) => void;
  /** Changes the pace while training; otherwise does nothing. */
  readonly setPace: (pace: TrainingPace) => void;
  readonly pause: () => void;
  /** Every snapshot includes predictions for these rows of inputs, in the data's units, from now on. */
  readonly ask: (queries: Queries, pruning?: boolean) => void;
  /** The last snapshot was drawn. */
  readonly drawn: () => void;
  /** Training stops while the page is hidden, and continues when it is shown again. */
  readonly setVisible: (visible: boolean) => void;
  /** Terminates the worker to free its memory. The next call that needs one starts another, from the last checkpoint. */
  readonly release: () => void;
  readonly dispose: () => void;
}

/** The page's last request. goal: the step at which training ends; null: without end. */
type Intent =
  | { readonly kind: 'rest' | 'pausing' }
  | { readonly kind: 'training'; readonly goal: number | null; readonly pace: TrainingPace };

/** Workers that may be lost within RESPAWN_WINDOW milliseconds before the run is given up. */
const MAX_RESPAWNS = 5;
const RESPAWN_WINDOW = 30_000;
/** Workers lost on the graphics card after which it is no longer used. */
const MAX_GPU_LOSSES = 2;
const gaveUp = (): string =>
  t(
    'Training stopped responding several times in a row. Try a smaller network or fewer samples, then press Rewind.',
  );

const pageClock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, task) => {
    const timer = setInterval(task, milliseconds);
    return () => clearInterval(timer);
  },
};

/** A running worker and its tracked state. */
interface Link {
  readonly worker: Worker;
  vitals: Vitals;
  /** Its engine; null: not chosen yet. */
  backend: Backend | null;
  /** The page has a snapshot of it that is not drawn yet. */
  hasUndrawn: boolean;
}

interface Run {
  readonly id: RunId;
  experiment: Experiment;
  /** Milliseconds that the worker may be silent. */
  timeout: number;
  checkpoint: Checkpoint | null;
  step: number;
}

export function createTrainer({
  createWorker,
  onReport,
  onNotice,
  clock = pageClock,
  timeoutFactor = 1,
  refusal = () => null,
}: TrainerOptions): Trainer {
  /** null before the first run, after `release` and after `dispose`. */
  let link: Link | null = null;
  let run: Run | null = null;
  let intent: Intent = { kind: 'rest' };
  let requests: { readonly queries: Queries; readonly pruning: boolean } = { queries: [], pruning: false };
  let visible = true;
  let released = false;
  /** The numbers given last. */
  const last = { run: 0, order: 0, ping: 0 };
  const losses: { times: readonly number[]; onGpu: number } = { times: [], onGpu: 0 };

  const send = (command: Command): void => link?.worker.postMessage(command);
  const distrustGpu = (): boolean => losses.onGpu >= MAX_GPU_LOSSES;
  const recentLosses = (): readonly number[] =>
    losses.times.filter((time) => clock.now() - time < RESPAWN_WINDOW);

  function sendStart({ id, experiment, checkpoint }: Run): void {
    send({ type: 'start', runId: id, experiment, checkpoint, distrustGpu: distrustGpu() });
    if (requests.queries.length > 0 || requests.pruning) send({ type: 'ask', runId: id, ...requests });
  }

  /** The timeout doubles with every recent loss: on a busy machine the page may be too strict. */
  function silenceAllowed({ timeout }: Run): number {
    return timeoutFactor * timeout * 2 ** recentLosses().length;
  }

  /** Ends the run: no worker can train it. */
  function giveUp({ id: runId }: Run, message: string): void {
    intent = { kind: 'rest' };
    onReport({ type: 'failed', runId, message });
  }

  function spawn(): void {
    let worker: Worker;
    try {
      worker = createWorker();
    } catch (error) {
      // Trusted types refuse the address of a worker.
      const reason = error instanceof Error ? error.message : String(error);
      const failed = run;
      if (failed) queueMicrotask(() => giveUp(failed, t('Training cannot start: {reason}', { reason })));
      return;
    }
    link = { worker, vitals: newVitals(clock.now()), backend: null, hasUndrawn: false };
    released = false;
    worker.onmessage = (event: MessageEvent<Report>) => receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      respawn();
    };
    if (!visible) send({ type: 'suspend', suspended: true });
    if (!run) return;
    run.step = run.checkpoint?.state.step ?? 0;
    sendStart(run);
    resume(run);
  }

  /** Sends a new worker the unfinished requests of the previous one. */
  function resume({ id: runId, step }: Run): void {
    if (intent.kind === 'rest') return;
    const order = ++last.order;
    if (intent.kind === 'training' && (intent.goal === null || intent.goal > step)) {
      const { goal, pace } = intent;
      send({ type: 'train', runId, steps: goal === null ? null : goal - step, order, pace });
    } else send({ type: 'pause', runId, order });
  }

  function stopWorker(): void {
    if (!link) return;
    link.worker.onmessage = null;
    link.worker.onerror = null;
    link.worker.terminate();
    link = null;
  }

  /** Starts a worker again after `release`. Whether that was necessary. */
  function wake(): boolean {
    if (!released) return false;
    spawn();
    return true;
  }

  function respawn(): void {
    if (link && ((link.backend && usesGraphicsCard(link.backend)) || link.vitals.grace > 0)) losses.onGpu++;
    stopWorker();
    losses.times = [...recentLosses(), clock.now()];
    if (!run) return;
    const forbidden = refusal();
    if (forbidden !== null || losses.times.length > MAX_RESPAWNS) {
      giveUp(run, forbidden ?? gaveUp());
      return;
    }
    spawn();
    // Before the first step nothing is lost, and a notice would only replace the others on the page.
    if (run.step > 0 || intent.kind === 'training')
      onNotice({ kind: 'respawned', step: run.step, distrustGpu: distrustGpu() });
  }

  function receive(report: Report): void {
    if (!link) return;
    link.vitals = afterMessage(link.vitals);
    if (report.type === 'alive') {
      link.vitals = afterProgress(link.vitals, report.units, report.busy);
      return;
    }
    if (!run || report.runId !== run.id) return;
    if (report.type === 'occupied') {
      link.vitals = withGrace(link.vitals, report.milliseconds);
    } else if (report.type === 'checkpoint') {
      run.checkpoint = { state: report.state, scalers: report.scalers };
      run.step = report.state.step;
    } else {
      if (report.type === 'paused' && report.order !== last.order) return;
      if (report.type === 'progressed' || report.type === 'paused')
        run.step = report.type === 'paused' ? report.step : report.snapshot.step;
      if (report.type === 'progressed') link.hasUndrawn = true;
      if (report.type === 'engine') {
        if (link.backend !== report.status.backend) link.vitals = afterEngineChange(link.vitals);
        link.backend = report.status.backend;
      }
      if (report.type !== 'progressed' && report.type !== 'engine') intent = { kind: 'rest' };
      onReport(report);
    }
  }

  const stopWatching = clock.every(PING_INTERVAL, () => {
    if (!link || !run || !visible) return;
    link.vitals = afterTime(link.vitals, clock.now(), intent.kind === 'training');
    if (diagnosis(link.vitals, silenceAllowed(run)) === 'well') send({ type: 'ping', count: ++last.ping });
    else respawn();
  });

  function request(next: Intent, command: (runId: RunId, order: number) => Command): void {
    if (!run) return;
    intent = next;
    if (link) send(command(run.id, ++last.order));
    else spawn();
  }

  return {
    start: (experiment, checkpoint = null) => {
      const step = checkpoint?.state.step ?? 0;
      run = { id: ++last.run, experiment, timeout: replyTimeout(experiment), checkpoint, step };
      intent = { kind: 'rest' };
      if (!link) return spawn();
      link.hasUndrawn = false;
      sendStart(run);
    },
    change: (experiment) => {
      if (!run) return;
      wake();
      run.experiment = experiment;
      run.timeout = replyTimeout(experiment);
      send({ type: 'change', runId: run.id, experiment });
    },
    train: (steps, pace = 'flat-out') => {
      if (!run) return;
      const from = intent.kind === 'training' && intent.goal !== null ? intent.goal : run.step;
      const goal = steps === null ? null : from + steps;
      request({ kind: 'training', goal, pace }, (runId, order) => ({
        type: 'train',
        runId,
        steps,
        order,
        pace,
      }));
    },
    setPace: (pace) => {
      if (!run || intent.kind !== 'training') return;
      intent = { ...intent, pace };
      send({ type: 'set-pace', runId: run.id, pace });
    },
    pause: () => request({ kind: 'pausing' }, (runId, order) => ({ type: 'pause', runId, order })),
    ask: (queries, pruning = false) => {
      requests = { queries, pruning };
      if (run && !wake()) send({ type: 'ask', runId: run.id, ...requests });
    },
    drawn: () => {
      if (!link?.hasUndrawn) return;
      if (run) send({ type: 'drawn', runId: run.id });
      link.hasUndrawn = false;
    },
    setVisible: (next) => {
      visible = next;
      if (link) link.vitals = { ...link.vitals, tickedAt: clock.now(), silentFor: 0, stalledFor: 0 };
      send({ type: 'suspend', suspended: !next });
      if (visible && intent.kind === 'training') wake();
    },
    release: () => {
      released ||= link !== null;
      stopWorker();
    },
    dispose: () => {
      stopWatching();
      stopWorker();
      run = null;
    },
  };
}
