/** Milliseconds of the card's time that a chunk of steps should take: two of them wait at most when training stops. */
const CHUNK = 8;
/** Steps of the first chunk, when nothing is known yet. */
const FIRST = 2;
/** A chunk is at most so many times as long as one that was measured. */
const GROWTH = 2;

/** How many steps make a chunk, learnt from the chunks before. */
export interface BatchSizing {
  /** Steps for the next chunk, at least 1. milliseconds: what is left of the time. */
  readonly size: (steps: number, milliseconds: number) => number;
  /** A chunk took so long; `exact` where its end was seen as it happened, otherwise it took less. */
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
