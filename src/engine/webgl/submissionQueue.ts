import { createBatchSizing } from './batchSizing.ts';
import type { Device } from './device.ts';
import { reaches } from './fences.ts';
import { created } from './lostContext.ts';

/** Limit on submitted chunks: the card works on one while the next is prepared. */
const MAX_CHUNKS = 2;
/** Milliseconds of waiting for a chunk from which its end time counts as measured exactly. */
const EXACT_WAIT = 0.2;

/** Limits the work submitted to the card, so that training can stop soon. */
export function createSubmissionQueue(device: Device) {
  const { gl } = device;
  const sizing = createBatchSizing();
  const chunks: { readonly fence: WebGLSync; readonly steps: number; readonly submittedAt: number }[] = [];
  let doneAt = 0;

  async function finishOldest(deadline: number): Promise<boolean> {
    const { fence, steps, submittedAt } = chunks[0]!;
    const asked = performance.now();
    if (!(await reaches(device, fence, deadline))) return false;
    const now = performance.now();
    sizing.learn(steps, now - Math.max(submittedAt, doneAt), now - asked > EXACT_WAIT);
    doneAt = now;
    gl.deleteSync(fence);
    chunks.shift();
    return true;
  }

  async function wait(most: number, deadline: number): Promise<boolean> {
    while (chunks.length > most) if (!(await finishOldest(deadline))) return false;
    return true;
  }

  return {
    /** Waits until another chunk may be submitted; false if the deadline passes first. */
    makeRoom: (deadline: number): Promise<boolean> => wait(MAX_CHUNKS - 1, deadline),
    /** Waits until all submitted chunks are done. */
    finish: (): Promise<boolean> => wait(0, Number.POSITIVE_INFINITY),
    /** Steps of the next chunk, from 1 to the number wanted. */
    size: sizing.size,
    /** Submits a chunk of `steps` steps. */
    submit: (steps: number, work: () => void): void => {
      const submittedAt = performance.now();
      work();
      const fence = created(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
      gl.flush();
      chunks.push({ fence, steps, submittedAt });
    },
    dispose: (): void => {
      for (const { fence } of chunks.splice(0)) gl.deleteSync(fence);
    },
  };
}
