/** Target duration of a chunk of steps in milliseconds. At most two chunks are pending when training stops. */
const CHUNK = 8;
/** Steps of the first chunk, before anything was measured. */
const FIRST = 2;
/** Largest ratio of a chunk's steps to those of the last measured chunk. */
const GROWTH = 2;

/** Chooses the number of steps in a chunk from the durations of earlier chunks. */
export interface BatchSizing {
  /** Steps of the next chunk, from 1 to `steps`. milliseconds: the time left. */
  readonly size: (steps: number, milliseconds: number) => number;
  /** Records the duration of a chunk; if not `exact`, it is an upper bound. */
  readonly learn: (steps: number, milliseconds: number, exact: boolean) => void;
}

export function createBatchSizing(): BatchSizing {
  let perStep: number | null = null;
  let most = FIRST;
  return {
    size: (steps, milliseconds) => {
      const time = Math.min(CHUNK, Math.max(0, milliseconds));
      const affordable = perStep === null ? FIRST : Math.floor(time / perStep);
      return Math.max(1, Math.min(steps, most, milliseconds <= 0 ? 1 : affordable));
    },
    learn: (steps, milliseconds, exact) => {
      const measured = Math.max(milliseconds, 1e-3) / steps;
      perStep = exact || perStep === null ? measured : Math.min(perStep, measured);
      most = Math.max(FIRST, GROWTH * steps);
    },
  };
}
