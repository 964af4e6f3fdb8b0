import { guards, NonFiniteStep } from '../../experiment/engine/engine.ts';
import type { Device } from './device.ts';
import { cancelDownload, type Download, finishDownload, reaches } from './fences.ts';
import type { Session } from './session.ts';
import { createSubmissionQueue } from './submissionQueue.ts';
import type { Target } from './textures.ts';

/** Steps from one check to the next. */
interface CheckedBatch {
  /** The first one, and how many the card was given so far. */
  readonly step: number;
  steps: number;
  /** The state before the first one, kept until all are known to be good. */
  readonly from: Target;
  /** Whether each gradient's length is computed. */
  readonly clipGradient: boolean;
}

/** A span whose check is under way. */
interface Check extends CheckedBatch {
  readonly download: Download;
}

/** How a span went: a bound on the squared length of every gradient, and the first step that was not finite, from 1. */
interface Verdict {
  readonly squaredNorm: number;
  readonly failed: number | null;
}

/** Steps after which a check is made if nobody asks for the state before. */
const SPAN = 128;
/** Below it no gradient was too long, rounding of the sums in float32 included. */
const SURE = 0.99 * guards.gradientNorm ** 2;
const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Steps that are checked afterwards, many at a time. They are taken without the gradient's length, which would need more
 * passes; where a gradient may have been too long for the guards, the span is taken again with it. A span with a step
 * that is not finite is taken again up to that step.
 */
export function createCheckedBatches(device: Device, session: Session, initialStep: number) {
  const { states } = session;
  const queue = createSubmissionQueue(device);
  let current = states[0]!;
  let clipGradient = false;
  let open: CheckedBatch = { step: initialStep, steps: 0, from: current, clipGradient };
  let check: Check | null = null;
  let failure: NonFiniteStep | null = null;

  const stepNow = (): number => open.step + open.steps;

  function begin(step: number): void {
    open = { step, steps: 0, from: current, clipGradient };
  }

  function submit(steps: number): void {
    const pinned = [current, open.from, check?.from];
    const spare = states.filter((state) => !pinned.includes(state));
    // The state that is left is free as soon as nothing can return to it.
    const turns = open.from === current ? [spare[0]!, spare[1]!] : [spare[0]!, current];
    queue.start(steps, () =>
      session.inDraws(() => {
        for (let i = 0; i < steps; i++) {
          const to = turns[i % 2]!;
          open.steps++;
          const number = open.steps;
          session.takeStep(current, to, open.step + number - 1, { number, clipGradient: open.clipGradient });
          current = to;
        }
      }),
    );
  }

  async function takeAgain(steps: number): Promise<void> {
    const end = stepNow() + steps;
    while (stepNow() < end) {
      await queue.makeRoom(FOREVER);
      submit(queue.size(end - stepNow(), FOREVER));
    }
  }

  /** Ends the open span: its check follows its last step. */
  async function close(): Promise<void> {
    if (check) await judge();
    if (open.steps === 0) return;
    check = { ...open, download: session.watch(current) };
    begin(stepNow());
  }

  /** Waits for the check under way and acts on what it says. */
  async function judge(): Promise<void> {
    const span = check;
    if (!span) return;
    const { squaredNorm, failed } = verdictOf(await finishDownload(device, span.download));
    check = null;
    const long = !(squaredNorm < SURE);
    if (long && !span.clipGradient) {
      const steps = stepNow() - span.step;
      returnTo(span, true);
      await takeAgain(steps);
    } else if (failed !== null) await fail(span, failed);
    else clipGradient = span.clipGradient && long;
  }

  function returnTo(span: CheckedBatch, carefully: boolean): void {
    clipGradient = carefully;
    current = span.from;
    begin(span.step);
  }

  /** Back to the last good state, which is `failed` − 1 steps after the span began. */
  async function fail(span: CheckedBatch, failed: number): Promise<void> {
    returnTo(span, span.clipGradient);
    if (failed > 1) {
      await takeAgain(failed - 1);
      const again = verdictOf(await finishDownload(device, session.watch(current)));
      if (again.failed !== null) returnTo(span, span.clipGradient);
      begin(stepNow());
    }
    const { costs } = await session.evaluate(current, stepNow());
    const term = Number.isFinite(costs.complexityCost) ? 'likelihoodCost' : 'complexityCost';
    failure = new NonFiniteStep(stepNow(), term);
  }

  return {
    /** Waits until the card may have more steps; false if that is not before the deadline. */
    makeRoom: async (deadline: number): Promise<boolean> => {
      if (!(await queue.makeRoom(deadline))) return false;
      if (check && (await reaches(device, check.download.fence, 0))) await judge();
      if (open.steps >= SPAN) await close();
      return true;
    },
    /** Gives the card up to `steps` steps of what it can do in the time that is left; returns how many. */
    submit: (steps: number, milliseconds: number): number => {
      const size = queue.size(Math.min(steps, SPAN), milliseconds);
      submit(size);
      return size;
    },
    /** Waits for all steps, so that the state is checked and rests. */
    settle: async (): Promise<void> => {
      while (check || open.steps > 0) await close();
      await queue.land();
    },
    /** What went wrong since it was last asked. */
    takeFailure: (): NonFiniteStep | null => {
      const taken = failure;
      failure = null;
      return taken;
    },
    step: stepNow,
    state: (): Target => current,
    dispose: (): void => {
      if (check) cancelDownload(device, check.download);
      queue.dispose();
    },
  };
}

function verdictOf(parts: Float32Array): Verdict {
  let squaredNorm = 0;
  let failed: number | null = null;
  for (let i = 0; i < parts.length; i += 4) {
    squaredNorm += parts[i]!;
    const step = parts[i + 1]!;
    if (step > 0) failed = failed === null ? step : Math.min(failed, step);
  }
  return { squaredNorm, failed };
}
