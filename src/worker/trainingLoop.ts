import { NonFiniteStep, SenselessCost } from '../experiment/engine/engine.ts';
import { t } from '../i18n/index.ts';
import { shapeKey } from './engineCandidates.ts';
import { createEngineChooser } from './engineChooser.ts';
import type { LoopParts } from './loopParts.ts';
import { createMeter } from './meters.ts';
import { canKeepSnapshot, postSnapshot, Superseded } from './postSnapshot.ts';
import type { Command, Report } from './protocol.ts';
import { logSpeed, SLICE, snapshotDue, snapshotShare } from './snapshotPacing.ts';
import { type Clock, isFrameOver, isHeldBack, nextRampFrame, stepLimit } from './trainingPace.ts';
import {
  beginRun,
  changedRun,
  checkpointOf,
  dispatch,
  moveRun,
  setPace,
  type TrainingRun,
} from './trainingRun.ts';

/** Milliseconds between two checkpoints while training. */
const CHECKPOINT_INTERVAL = 500;
/** Milliseconds that `paused` waits for the page to draw, so that the last snapshot can be sent before it. */
const DRAWING_PATIENCE = 250;
/** Steps requested from an engine for one slice; the slice's time limit is reached long before. */
const MAX_STEPS = 1e6;
/** Snapshots before their time is known: the first ones of a program are slow. */
const MIN_TIMED = 5;
/** Milliseconds to wait where nothing can be done but to look again. */
const NAP = 4;

/**
 * The worker's event loop: handles commands between slices of training, so that each is answered within one slice.
 * What a run is doing, and what changes that, is stated in runState.ts. Returns the function that receives commands.
 */
export function createTrainingLoop(parts: LoopParts): (command: Command) => void {
  const { now } = parts;
  const post = (report: Report, transfer: ArrayBuffer[] = []) => parts.post(report, transfer);
  const engines = createEngineChooser(parts, post);
  const measure = createMeter(parts.gradientVariance, now);
  const commands: Command[] = [];
  let run: TrainingRun | null = null;
  let suspended = false;
  let working = false;
  let units = 0;

  const trains = ({ state }: TrainingRun): boolean => state.kind === 'training' && !suspended;
  const canSendSnapshot = ({ snapshots }: TrainingRun): boolean => snapshots.isStale && snapshots.maySend;
  const owesPaused = ({ state }: TrainingRun): boolean =>
    state.kind === 'pausing' || state.kind === 'finishing';
  const hasWork = (run: TrainingRun): boolean => trains(run) || canSendSnapshot(run) || owesPaused(run);
  const clockOf = ({ usage, snapshots: { fastest, timed } }: TrainingRun): Clock => {
    const snapshotTime = timed < MIN_TIMED ? 0 : fastest;
    return {
      now: now(),
      stepTime: usage.steps > 0 ? usage.stepTime * (1 + snapshotShare(snapshotTime)) : 0,
      snapshotTime,
    };
  };
  const stepLimitOf = (run: TrainingRun): number => stepLimit(run.pace, run.rampFrame, clockOf(run));
  const mayStep = (run: TrainingRun): boolean => run.step < stepLimitOf(run);
  const yieldInSnapshot = async (): Promise<void> => {
    units++;
    await parts.yieldToMessages();
    if (commands.some(({ type }) => type === 'start' || type === 'pause')) throw new Superseded();
  };

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    while (commands.length > 0 || (run && hasWork(run))) {
      await attempt(async () => {
        while (commands.length > 0) await handle(commands.shift()!);
        if (run) await doPiece(run);
      });
      units++;
      await parts.yieldToMessages();
    }
    working = false;
  }

  async function attempt(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (error instanceof Superseded || !run) return;
      await recover(run, error).catch((fault: unknown) => fail(run, fault));
    }
  }

  async function handle(command: Command): Promise<void> {
    if (command.type === 'start') {
      // A slider that is dragged restarts the run with every move: only the last of the waiting ones begins.
      if (!commands.some(({ type }) => type === 'start')) await begin(command);
      return;
    }
    if (command.type === 'suspend') {
      suspended = command.suspended;
      if (run) run.speed.sliceEndedAt = null;
    }
    if (!run || !('runId' in command) || command.runId !== run.id) return;
    if (command.type === 'drawn') run.snapshots.maySend = true;
    if (command.type === 'ask') {
      run.requests = { queries: command.queries, pruning: command.pruning ?? false };
      run.snapshots.isStale = true;
    }
    if (command.type === 'train') {
      dispatch(run, { type: 'train', steps: command.steps, order: command.order, at: now() });
      setPace(run, command.pace ?? 'flat-out');
    }
    if (command.type === 'set-pace') setPace(run, command.pace);
    if (command.type === 'pause') {
      dispatch(run, { type: 'pause', order: command.order });
      await sendPaused(run, command.order);
    }
    if (command.type === 'change' && commands[0]?.type !== 'change') await change(run, command);
  }

  async function begin(command: Extract<Command, { type: 'start' }>): Promise<void> {
    const before = run;
    engines.stopTrial(before);
    before?.engine.dispose();
    run = null;
    try {
      run = await beginRun(command, async (problem, distrustGpu) =>
        before && shapeKey(problem, distrustGpu) === shapeKey(before.problem, before.distrustGpu)
          ? before.chosen
          : await engines.first(problem, distrustGpu),
      );
    } catch (error) {
      post({ type: 'failed', runId: command.runId, message: messageOf(error) });
      return;
    }
    engines.announce(run);
  }

  async function change(run: TrainingRun, command: Extract<Command, { type: 'change' }>): Promise<void> {
    const [problem, state] = changedRun(run, command.experiment, await run.engine.state());
    const sameShape = shapeKey(problem, run.distrustGpu) === shapeKey(run.problem, run.distrustGpu);
    if (!sameShape) engines.stopTrial(run);
    const chosen = sameShape ? run.chosen : await engines.first(problem, run.distrustGpu);
    run.problem = problem;
    run.snapshots.isStale = true;
    await moveRun(run, chosen, state);
    run.snapshots.shown = state;
    if (!sameShape) engines.announce(run);
  }

  /** What is to be done between two chances for commands: at most a slice, a checkpoint, a snapshot and a report. */
  async function doPiece(run: TrainingRun): Promise<void> {
    engines.allowCompiling(run);
    if (run.state.kind === 'pausing') await sendPaused(run, run.state.order);
    if (trains(run)) {
      if (mayStep(run) && (await engines.advanceTrial(run))) await trainSlice(run);
      else await parts.wait(NAP);
    }
    if (trains(run) && now() - run.checkpointedAt >= CHECKPOINT_INTERVAL) await postCheckpoint(run);
    await showProgress(run);
    if (run.state.kind === 'finishing') await sendPausedWhenDrawn(run, run.state);
    engines.allowCompiling(run);
  }

  /** A snapshot if one is due; the frames of a ramp follow its own clock, whether or not the page has drawn the last. */
  async function showProgress(run: TrainingRun): Promise<void> {
    const { pace, rampFrame, step, snapshots } = run;
    if (!trains(run) || !isHeldBack(pace, rampFrame)) {
      if (canSendSnapshot(run) && snapshotDue(snapshots.pacing, now(), trains(run)))
        await postSnapshot(run, parts, measure, yieldInSnapshot);
    } else if (isFrameOver(pace, rampFrame, step, clockOf(run))) {
      run.rampFrame = nextRampFrame(pace, rampFrame, step, clockOf(run));
      if (snapshots.maySend || canKeepSnapshot(run)) await postSnapshot(run, parts, measure, yieldInSnapshot);
    }
  }

  async function trainSlice(run: TrainingRun): Promise<void> {
    if (run.state.kind !== 'training') return;
    const { usage, speed } = run;
    const begun = now();
    const allowed = Math.min(run.state.stepsLeft, MAX_STEPS, stepLimitOf(run) - run.step);
    const steps = await run.engine.train(allowed, SLICE);
    const ended = now();
    run.step += steps;
    usage.steps += steps;
    usage.milliseconds += ended - begun;
    if (steps > 0) usage.stepTime = Math.min(usage.stepTime, (ended - begun) / steps);
    usage.lastSlice = { steps, milliseconds: ended - begun };
    run.compiling.hasTrained = true;
    speed.log = logSpeed(speed.log, steps, ended - (speed.sliceEndedAt ?? begun));
    speed.sliceEndedAt = ended;
    run.snapshots.isStale = true;
    dispatch(run, { type: 'stepped', steps, at: ended });
  }

  /** After the last snapshot, or without it where the page does not draw. */
  async function sendPausedWhenDrawn(
    run: TrainingRun,
    { since, order }: { readonly since: number; readonly order: number },
  ): Promise<void> {
    if (canSendSnapshot(run)) return;
    if (run.snapshots.isStale && now() - since < DRAWING_PATIENCE) await parts.wait(NAP);
    else await sendPaused(run, order);
  }

  async function sendPaused(run: TrainingRun, order: number): Promise<void> {
    await postCheckpoint(run);
    post({ type: 'paused', runId: run.id, step: run.step, order });
    dispatch(run, { type: 'reported' });
  }

  async function postCheckpoint(run: TrainingRun): Promise<void> {
    run.checkpointedAt = now();
    post({ type: 'checkpoint', runId: run.id, ...(await checkpointOf(run)) });
  }

  function fail(run: TrainingRun | null, error: unknown): void {
    if (!run) return;
    dispatch(run, { type: 'stopped' });
    post({ type: 'failed', runId: run.id, message: messageOf(error) });
  }

  async function recover(run: TrainingRun, error: unknown): Promise<void> {
    if (error instanceof SenselessCost) {
      const { step, term, cost } = error;
      dispatch(run, { type: 'stopped' });
      post({ type: 'diverged', runId: run.id, step, term, cost });
      return;
    }
    if (!(error instanceof NonFiniteStep)) {
      if (!(await engines.retreat(run))) fail(run, error);
      return;
    }
    dispatch(run, { type: 'stopped' });
    run.step = (await run.engine.state()).step;
    run.snapshots.isStale = true;
    post({ type: 'diverged', runId: run.id, step: error.step, term: error.term });
    await postCheckpoint(run);
  }

  return (command) => {
    if (command.type === 'ping') post({ type: 'alive', count: command.count, units, busy: working });
    else commands.push(command);
    void work();
  };
}

function messageOf(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return t(
    'Training stopped because of an error in the program ({detail}). Press Rewind, or reload the page.',
    {
      detail,
    },
  );
}
