import { NonFiniteStep } from '../experiment/engine/engine.ts';
import { t } from '../i18n/index.ts';
import { shapeKey } from './chooseEngine.ts';
import { createEngineSearch } from './engineSearch.ts';
import type { LoopParts } from './loopParts.ts';
import { createMeter } from './meters.ts';
import { postPicture, Superseded } from './postPicture.ts';
import type { Command, Report } from './protocol.ts';
import { logSpeed, SLICE, snapshotDue } from './snapshotPacing.ts';
import { beginRun, changedRun, checkpointOf, moveRun, type TrainingRun } from './trainingRun.ts';

/** Milliseconds between two checkpoints while training. */
const CHECKPOINT_INTERVAL = 500;
/** A page that does not draw for this many milliseconds gets its `paused` before the last snapshot. */
const DRAWING_PATIENCE = 250;
/** Steps asked of an engine at once; time ends a slice long before. */
const MANY_STEPS = 1e6;
/** Milliseconds to wait for something to happen. */
const NAP = 4;

/**
 * The worker's whole work: obeys commands between slices of training, so that each is answered within one slice.
 * Returns the function that receives commands.
 */
export function createTrainingLoop(parts: LoopParts): (command: Command) => void {
  const { now } = parts;
  const post = (report: Report, transfer: ArrayBuffer[] = []) => parts.post(report, transfer);
  const engineSearch = createEngineSearch(parts, post);
  const measure = createMeter(parts.gradientVariance, now);
  const commands: Command[] = [];
  let run: TrainingRun | null = null;
  let suspended = false;
  let working = false;
  let units = 0;

  const trains = (run: TrainingRun): boolean => run.remaining > 0 && !suspended;
  const canShow = (run: TrainingRun): boolean => run.snapshotIsStale && run.maySendSnapshot;
  const yieldInPicture = async (): Promise<void> => {
    units++;
    await parts.yieldToMessages();
    if (commands.some(({ type }) => type === 'start' || type === 'pause')) throw new Superseded();
  };

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    while (commands.length > 0 || (run && (trains(run) || canShow(run) || run.pausingSince !== null))) {
      await attempt(async () => {
        while (commands.length > 0) await obey(commands.shift()!);
        if (run) await turn(run);
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

  async function obey(command: Command): Promise<void> {
    if (command.type === 'start') return await begin(command);
    if (command.type === 'suspend') {
      suspended = command.suspended;
      if (run) run.sliceEndedAt = null;
    }
    if (!run || !('runId' in command) || command.runId !== run.id) return;
    if (command.type === 'drawn') run.maySendSnapshot = true;
    if (command.type === 'ask') {
      run.queries = command.queries;
      run.requestsPruningCurve = command.pruning ?? false;
      run.snapshotIsStale = true;
    }
    if (command.type === 'train' || command.type === 'pause') run.order = command.order;
    if (command.type === 'train') {
      const added = command.steps ?? Number.POSITIVE_INFINITY;
      run.remaining = Number.isFinite(run.remaining) ? run.remaining + added : added;
      run.pausingSince = null;
      if (run.remaining <= 0) rest(run);
    }
    if (command.type === 'pause') await answerAtOnce(run);
    if (command.type === 'change' && commands[0]?.type !== 'change') await change(run, command);
  }

  async function begin(command: Extract<Command, { type: 'start' }>): Promise<void> {
    await engineSearch.stop(run);
    run?.engine.dispose();
    run = null;
    try {
      run = await beginRun(command, engineSearch.first);
    } catch (error) {
      post({ type: 'failed', runId: command.runId, message: kindMessage(error) });
      return;
    }
    engineSearch.announce(run);
  }

  async function change(run: TrainingRun, command: Extract<Command, { type: 'change' }>): Promise<void> {
    const [problem, state] = changedRun(run, command.experiment, await run.engine.state());
    const same = shapeKey(problem, run.distrustGpu) === shapeKey(run.problem, run.distrustGpu);
    if (!same) await engineSearch.stop(run);
    const chosen = same ? run.chosen : await engineSearch.first(problem, run.distrustGpu);
    run.problem = problem;
    run.snapshotIsStale = true;
    await moveRun(run, chosen, state);
    run.shown = state;
    if (!same) engineSearch.announce(run);
  }

  async function turn(run: TrainingRun): Promise<void> {
    engineSearch.allowCompiling(run);
    if (trains(run)) {
      if (await engineSearch.goOn(run)) await trainSlice(run);
      else await new Promise((resolve) => setTimeout(resolve, NAP));
    }
    if (trains(run) && now() - run.checkpointedAt >= CHECKPOINT_INTERVAL) await postCheckpoint(run);
    if (canShow(run) && snapshotDue(run.pace, now(), trains(run)))
      await postPicture(run, parts, measure, yieldInPicture);
    if (run.pausingSince !== null) await answerPause(run, run.pausingSince);
    engineSearch.allowCompiling(run);
  }

  async function trainSlice(run: TrainingRun): Promise<void> {
    const begun = now();
    const steps = await run.engine.train(Math.min(run.remaining, MANY_STEPS), SLICE);
    const ended = now();
    run.step += steps;
    run.remaining -= steps;
    run.engineSteps += steps;
    run.engineMilliseconds += ended - begun;
    run.speed = logSpeed(run.speed, steps, ended - (run.sliceEndedAt ?? begun));
    run.sliceEndedAt = ended;
    run.snapshotIsStale = true;
    if (run.remaining <= 0) rest(run);
  }

  function stopTraining(run: TrainingRun): void {
    run.remaining = 0;
    run.sliceEndedAt = null;
    run.pausingSince = null;
  }

  /** Training ends here; the page is owed a last snapshot and a `paused`. */
  function rest(run: TrainingRun): void {
    stopTraining(run);
    run.pausingSince = now();
  }

  /** A person who pauses does not wait for a picture: that comes after. */
  async function answerAtOnce(run: TrainingRun): Promise<void> {
    stopTraining(run);
    await postPaused(run);
  }

  async function answerPause(run: TrainingRun, since: number): Promise<void> {
    if (canShow(run)) return;
    if (run.snapshotIsStale && now() - since < DRAWING_PATIENCE) {
      await new Promise((resolve) => setTimeout(resolve, NAP));
      return;
    }
    run.pausingSince = null;
    await postPaused(run);
  }

  async function postPaused(run: TrainingRun): Promise<void> {
    await postCheckpoint(run);
    post({ type: 'paused', runId: run.id, step: run.step, order: run.order });
  }

  async function postCheckpoint(run: TrainingRun): Promise<void> {
    run.checkpointedAt = now();
    post({ type: 'checkpoint', runId: run.id, ...(await checkpointOf(run)) });
  }

  function fail(run: TrainingRun | null, error: unknown): void {
    if (!run) return;
    stopTraining(run);
    post({ type: 'failed', runId: run.id, message: kindMessage(error) });
  }

  async function recover(run: TrainingRun, error: unknown): Promise<void> {
    if (!(error instanceof NonFiniteStep)) {
      if (!(await engineSearch.retreat(run))) fail(run, error);
      return;
    }
    stopTraining(run);
    run.step = (await run.engine.state()).step;
    run.snapshotIsStale = true;
    post({ type: 'diverged', runId: run.id, step: error.step, term: error.term });
    await postCheckpoint(run);
  }

  return (command) => {
    if (command.type === 'ping') post({ type: 'alive', count: command.count, units, busy: working });
    else commands.push(command);
    void work();
  };
}

function kindMessage(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return t('Training stopped because of an unexpected fault ({detail}). Press rewind, or reload the page.', {
    detail,
  });
}
