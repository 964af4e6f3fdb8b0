import { guards, NonFiniteStep } from '../../experiment/engine/engine.ts';
import type { Device } from './device.ts';
import { cancelDownload, type Download, finishDownload, reaches } from './fences.ts';
import type { Session } from './session.ts';
import { createSubmissionQueue } from './submissionQueue.ts';
import type { Target } from './textures.ts';

/** Consecutive steps that are checked together. */
interface CheckedBatch {
  /** The first step, and the number of steps submitted so far. */
  readonly step: number;
  steps: number;
  /** The state before the first step, kept until all steps are known to be finite. */
  readonly from: Target;
  /** Whether the norm of each gradient is computed and clipped. */
  readonly clipGradient: boolean;
}

/** A batch whose check is pending. */
interface PendingCheck extends CheckedBatch {
  readonly download: Download;
}

/** Result of a check: an upper bound on the squared norm of every gradient, and the first non-finite step, from 1. */
interface CheckResult {
  readonly squaredNorm: number;
  readonly failed: number | null;
}

/** Steps in a batch, unless the state is requested earlier. */
const MAX_STEPS = 128;
/** If the bound is below this, no gradient needed clipping, even with float32 rounding of the sums. */
const UNCLIPPED = 0.99 * guards.gradientNorm ** 2;
const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Takes steps in batches that are checked afterwards. Steps are first taken without computing the gradient's norm, which needs
 * more passes. If a gradient may have exceeded the largest norm, the batch is repeated with clipping; if a step was not
 * finite, the batch is repeated up to that step.
 */
export function createCheckedBatches(device: Device, session: Session, initialStep: number) {
  const { states } = session;
  const queue = createSubmissionQueue(device);
  let current = states[0]!;
  let clipGradient = false;
  let open: CheckedBatch = { step: initialStep, steps: 0, from: current, clipGradient };
  let pending: PendingCheck | null = null;
  let failure: NonFiniteStep | null = null;

  const currentStep = (): number => open.step + open.steps;

  function beginBatch(step: number): void {
    open = { step, steps: 0, from: current, clipGradient };
  }

  function submit(steps: number): void {
    const pinned = [current, open.from, pending?.from];
    const spare = states.filter((state) => !pinned.includes(state));
    // The current state can be overwritten unless the batch started from it.
    const targets = open.from === current ? [spare[0]!, spare[1]!] : [spare[0]!, current];
    queue.submit(steps, () =>
      session.inDraws(() => {
        for (let i = 0; i < steps; i++) {
          const to = targets[i % 2]!;
          open.steps++;
          const sinceCheck = open.steps;
          const options = { sinceCheck, clipGradient: open.clipGradient };
          session.takeStep(current, to, open.step + sinceCheck - 1, options);
          current = to;
        }
      }),
    );
  }

  async function retake(steps: number): Promise<void> {
    const end = currentStep() + steps;
    while (currentStep() < end) {
      await queue.makeRoom(FOREVER);
      submit(queue.size(end - currentStep(), FOREVER));
    }
  }

  /** Ends the open batch and starts its check. */
  async function endBatch(): Promise<void> {
    if (pending) await finishCheck();
    if (open.steps === 0) return;
    pending = { ...open, download: session.watch(current) };
    beginBatch(currentStep());
  }

  /** Waits for the pending check and repeats its batch where that is needed. */
  async function finishCheck(): Promise<void> {
    const batch = pending;
    if (!batch) return;
    const { squaredNorm, failed } = resultOf(await finishDownload(device, batch.download));
    pending = null;
    const mayExceed = !(squaredNorm < UNCLIPPED);
    if (mayExceed && !batch.clipGradient) {
      const steps = currentStep() - batch.step;
      rollBack(batch, true);
      await retake(steps);
    } else if (failed !== null) await fail(batch, failed);
    else clipGradient = batch.clipGradient && mayExceed;
  }

  /** Returns to the state before a batch. */
  function rollBack(batch: CheckedBatch, withClipping: boolean): void {
    clipGradient = withClipping;
    current = batch.from;
    beginBatch(batch.step);
  }

  /** Returns to the last finite state, `failed` − 1 steps after the start of the batch, and records the failure. */
  async function fail(batch: CheckedBatch, failed: number): Promise<void> {
    rollBack(batch, batch.clipGradient);
    if (failed > 1) {
      await retake(failed - 1);
      const again = resultOf(await finishDownload(device, session.watch(current)));
      if (again.failed !== null) rollBack(batch, batch.clipGradient);
      beginBatch(currentStep());
    }
    const { costs } = await session.evaluate(current, currentStep());
    const term = Number.isFinite(costs.complexityCost) ? 'likelihoodCost' : 'complexityCost';
    failure = new NonFiniteStep(currentStep(), term);
  }

  return {
    /** Waits until more steps may be submitted; false if the deadline passes first. */
    makeRoom: async (deadline: number): Promise<boolean> => {
      if (!(await queue.makeRoom(deadline))) return false;
      if (pending && (await reaches(device, pending.download.fence, 0))) await finishCheck();
      if (open.steps >= MAX_STEPS) await endBatch();
      return true;
    },
    /** Submits as many of `steps` steps as fit into a chunk and the time left; returns their number. */
    submit: (steps: number, milliseconds: number): number => {
      const size = queue.size(Math.min(steps, MAX_STEPS), milliseconds);
      submit(size);
      return size;
    },
    /** Waits until all submitted steps are done and checked. */
    settle: async (): Promise<void> => {
      while (pending || open.steps > 0) await endBatch();
      await queue.finish();
    },
    /** The failure since the last call, if there was one. */
    takeFailure: (): NonFiniteStep | null => {
      const taken = failure;
      failure = null;
      return taken;
    },
    step: currentStep,
    state: (): Target => current,
    dispose: (): void => {
      if (pending) cancelDownload(device, pending.download);
      queue.dispose();
    },
  };
}

function resultOf(parts: Float32Array): CheckResult {
  let squaredNorm = 0;
  let failed: number | null = null;
  for (let i = 0; i < parts.length; i += 4) {
    squaredNorm += parts[i]!;
    const step = parts[i + 1]!;
    if (step > 0) failed = failed === null ? step : Math.min(failed, step);
  }
  return { squaredNorm, failed };
}
