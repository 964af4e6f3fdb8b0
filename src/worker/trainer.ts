import type { Experiment } from '../experiment/document/experiment.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import { t } from '../i18n/index.ts';
import type { Checkpoint, Command, Report, RunId } from './protocol.ts';
import { replyTimeout } from './replyTimeout.ts';
import {
  diagnosis,
  granted,
  heard,
  newVitals,
  PING_INTERVAL,
  progressed,
  type Vitals,
  watched,
} from './watchdog.ts';

/** Training stopped answering and went on in a new worker from this step. */
export interface TrainerNotice {
  readonly kind: 'respawned';
  readonly step: number;
  /** Two losses of the graphics card: it is left alone for the rest of the visit. */
  readonly distrustGpu: boolean;
}

/** Time, handed in so that tests can move it. `every` returns how to stop. */
export interface Clock {
  readonly now: () => number;
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

export interface TrainerOptions {
  readonly createWorker: () => Worker;
  readonly onReport: (report: Report) => void;
  readonly onNotice: (notice: TrainerNotice) => void;
  readonly clock?: Clock;
  /** How many times as long as usual a worker may be silent, where many pages share the machine. */
  readonly patience?: number;
}

/** The page's end of training: one run at a time, kept alive. */
export interface Trainer {
  /** Begins a run, at rest. */
  readonly start: (experiment: Experiment, checkpoint?: Checkpoint | null) => void;
  /** Goes on with a changed experiment from the posterior as it is. */
  readonly change: (experiment: Experiment) => void;
  /** Trains so many steps more, or without end (null). */
  readonly train: (steps: number | null) => void;
  readonly pause: () => void;
  /** Every snapshot of the run answers these from now on: rows of inputs in the data's units. */
  readonly ask: (queries: Queries, pruning?: boolean) => void;
  /** The last snapshot is on the screen. */
  readonly drawn: () => void;
  /** A hidden page rests, and goes on as it was when it is shown again. */
  readonly setVisible: (visible: boolean) => void;
  /** Gives the worker up, and with it all that it holds of the machine. Whatever comes next goes on in another, from the checkpoint. */
  readonly release: () => void;
  readonly dispose: () => void;
}

/** What was last asked for. goal: the step at which training ends, null: without end. */
type Intent =
  | { readonly kind: 'rest' | 'pausing' }
  | { readonly kind: 'training'; readonly goal: number | null };

const RESPAWN_LIMIT = 5;
const RESPAWN_WINDOW = 30_000;
const GPU_LOSS_LIMIT = 2;
const gaveUp = (): string =>
  t('Training stopped answering again and again. Try a smaller network or fewer samples, then press rewind.');

const pageClock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, task) => {
    const timer = setInterval(task, milliseconds);
    return () => clearInterval(timer);
  },
};

export function createTrainer({
  createWorker,
  onReport,
  onNotice,
  clock = pageClock,
  patience = 1,
}: TrainerOptions): Trainer {
  let worker: Worker | null = null;
  let vitals: Vitals = newVitals(clock.now());
  let run: {
    readonly id: RunId;
    experiment: Experiment;
    checkpoint: Checkpoint | null;
    step: number;
  } | null = null;
  let intent: Intent = { kind: 'rest' };
  let lastRunId = 0;
  let order = 0;
  let allowance = 0;
  let visible = true;
  let undrawn = false;
  let released = false;
  let onGpu = false;
  let gpuLosses = 0;
  let pings = 0;
  let respawns: readonly number[] = [];
  let asked: { readonly queries: Queries; readonly pruning: boolean } = { queries: [], pruning: false };

  const send = (command: Command): void => worker?.postMessage(command);
  const distrustGpu = (): boolean => gpuLosses >= GPU_LOSS_LIMIT;

  function askAgain(runId: RunId): void {
    if (asked.queries.length > 0 || asked.pruning) send({ type: 'ask', runId, ...asked });
  }

  /** Doubled by every recent loss: on a busy machine it is the page that is too strict. */
  function silenceAllowed(): number {
    const recent = respawns.filter((time) => clock.now() - time < RESPAWN_WINDOW);
    return patience * allowance * 2 ** recent.length;
  }

  function spawn(): void {
    const created = createWorker();
    worker = created;
    vitals = newVitals(clock.now());
    onGpu = false;
    undrawn = false;
    released = false;
    created.onmessage = (event: MessageEvent<Report>) => receive(event.data);
    created.onerror = (event) => {
      event.preventDefault();
      respawn();
    };
    if (!visible) send({ type: 'suspend', suspended: true });
    if (!run) return;
    const { id: runId, experiment, checkpoint } = run;
    run.step = checkpoint?.state.step ?? 0;
    send({ type: 'start', runId, experiment, checkpoint, distrustGpu: distrustGpu() });
    askAgain(runId);
    if (intent.kind === 'training' && (intent.goal === null || intent.goal > run.step))
      send({
        type: 'train',
        runId,
        steps: intent.goal === null ? null : intent.goal - run.step,
        order: ++order,
      });
    else if (intent.kind !== 'rest') send({ type: 'pause', runId, order: ++order });
  }

  function stopWorker(): void {
    if (!worker) return;
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    worker = null;
  }

  /** A worker again, after one was given up. Whether that was so. */
  function wake(): boolean {
    if (!released) return false;
    spawn();
    return true;
  }

  function respawn(): void {
    if (onGpu || (vitals.grace > 0 && !vitals.loading)) gpuLosses++;
    stopWorker();
    const now = clock.now();
    respawns = [...respawns.filter((time) => now - time < RESPAWN_WINDOW), now];
    if (!run) return;
    if (respawns.length > RESPAWN_LIMIT) {
      intent = { kind: 'rest' };
      onReport({ type: 'failed', runId: run.id, message: gaveUp() });
      return;
    }
    spawn();
    // Where nothing was trained nothing is lost, and what else the page has to say stays.
    if (run.step > 0 || intent.kind === 'training')
      onNotice({ kind: 'respawned', step: run.step, distrustGpu: distrustGpu() });
  }

  function receive(report: Report): void {
    vitals = heard(vitals);
    if (report.type === 'alive') {
      vitals = progressed(vitals, report.units, report.busy);
      return;
    }
    if (!run || report.runId !== run.id) return;
    if (report.type === 'occupied') {
      vitals = granted(vitals, report.milliseconds);
    } else if (report.type === 'checkpoint') {
      run.checkpoint = { state: report.state, scalers: report.scalers };
      run.step = report.state.step;
    } else {
      if (report.type === 'paused' && report.order !== order) return;
      if (report.type === 'progressed' || report.type === 'paused')
        run.step = report.type === 'paused' ? report.step : report.snapshot.step;
      if (report.type === 'progressed') undrawn = true;
      if (report.type === 'engine') onGpu = usesGraphicsCard(report.status.backend);
      if (report.type !== 'progressed' && report.type !== 'engine') intent = { kind: 'rest' };
      onReport(report);
    }
  }

  const stopWatching = clock.every(PING_INTERVAL, () => {
    if (!worker || !visible) return;
    vitals = watched(vitals, clock.now(), intent.kind === 'training');
    if (diagnosis(vitals, silenceAllowed()) === 'well') send({ type: 'ping', count: ++pings });
    else respawn();
  });

  function ask(next: Intent, command: (runId: RunId, order: number) => Command): void {
    if (!run) return;
    intent = next;
    if (worker) send(command(run.id, ++order));
    else spawn();
  }

  return {
    start: (experiment, checkpoint = null) => {
      run = { id: ++lastRunId, experiment, checkpoint, step: checkpoint?.state.step ?? 0 };
      intent = { kind: 'rest' };
      undrawn = false;
      allowance = replyTimeout(experiment);
      if (!worker) return spawn();
      send({ type: 'start', runId: run.id, experiment, checkpoint, distrustGpu: distrustGpu() });
      askAgain(run.id);
    },
    change: (experiment) => {
      if (!run) return;
      wake();
      run.experiment = experiment;
      allowance = replyTimeout(experiment);
      send({ type: 'change', runId: run.id, experiment });
    },
    train: (steps) => {
      if (!run) return;
      const from = intent.kind === 'training' && intent.goal !== null ? intent.goal : run.step;
      const goal = steps === null ? null : from + steps;
      ask({ kind: 'training', goal }, (runId, order) => ({ type: 'train', runId, steps, order }));
    },
    pause: () => ask({ kind: 'pausing' }, (runId, order) => ({ type: 'pause', runId, order })),
    ask: (queries, pruning = false) => {
      asked = { queries, pruning };
      if (run && !wake()) send({ type: 'ask', runId: run.id, ...asked });
    },
    drawn: () => {
      if (run && undrawn) send({ type: 'drawn', runId: run.id });
      undrawn = false;
    },
    setVisible: (next) => {
      visible = next;
      vitals = { ...vitals, tickedAt: clock.now(), silentFor: 0, stalledFor: 0 };
      send({ type: 'suspend', suspended: !next });
      if (visible && intent.kind === 'training') wake();
    },
    release: () => {
      released ||= worker !== null;
      stopWorker();
    },
    dispose: () => {
      stopWatching();
      stopWorker();
      run = null;
    },
  };
}
