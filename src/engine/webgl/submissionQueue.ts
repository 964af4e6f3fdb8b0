import { createBatchSizing } from './batchSizing.ts';
import type { Device } from './device.ts';
import { reaches } from './fences.ts';
import { made } from './lostContext.ts';

/** Chunks of steps that the card may have at once: it works on one while the next is prepared. */
const MAX_CHUNKS = 2;
/** Milliseconds of waiting from which on the end of a chunk was seen as it happened. */
const SEEN = 0.2;

/** Keeps the card's queue short, however fast it is, so that training stops soon when it should. */
export function createSubmissionQueue(device: Device) {
  const { gl } = device;
  const pace = createBatchSizing();
  const chunks: { readonly fence: WebGLSync; readonly steps: number; readonly submittedAt: number }[] = [];
  let doneAt = 0;

  async function finishOldest(deadline: number): Promise<boolean> {
    const { fence, steps, submittedAt } = chunks[0]!;
    const asked = performance.now();
    if (!(await reaches(device, fence, deadline))) return false;
    const now = performance.now();
    pace.learn(steps, now - Math.max(submittedAt, doneAt), now - asked > SEEN);
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
    /** Waits until the card may have another chunk; false if that is not before the deadline. */
    makeRoom: (deadline: number): Promise<boolean> => wait(MAX_CHUNKS - 1, deadline),
    /** Waits until the card has nothing left to do. */
    land: (): Promise<boolean> => wait(0, Number.POSITIVE_INFINITY),
    /** Steps that the next chunk should have, of those that are wanted in the milliseconds that are left. */
    size: pace.size,
    /** Submits a chunk of so many steps. */
    start: (steps: number, submit: () => void): void => {
      const submittedAt = performance.now();
      submit();
      const fence = made(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
      gl.flush();
      chunks.push({ fence, steps, submittedAt });
    },
    dispose: (): void => {
      for (const { fence } of chunks.splice(0)) gl.deleteSync(fence);
    },
  };
}
