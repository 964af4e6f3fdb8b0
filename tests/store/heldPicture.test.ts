import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { pictureAfter } from '../../src/store/heldPicture.ts';
import type { PlaygroundState } from '../../src/store/state.ts';

const snapshotAt = (step: number) => ({ step }) as Snapshot;
type Held = Parameters<typeof pictureAfter>[0];
const training: Pick<PlaygroundState, 'run'> = { run: { kind: 'training', steps: null } };

/** The steps of the pictures of a run whose snapshots have these steps and which then pauses at the last. */
function picturesOf(steps: readonly number[], reducedMotion: boolean): readonly number[] {
  let state = { viewed: null, snapshot: null, reducedMotion, pictureDue: true, ...training } as Held;
  const shown: number[] = [];
  const show = (latest: number) => {
    state = { ...state, ...pictureAfter(state, snapshotAt(latest)) };
    if (shown.at(-1) !== state.snapshot!.step) shown.push(state.snapshot!.step);
  };
  for (const step of steps.slice(0, -1)) show(step);
  const last = steps.at(-1)!;
  state = { ...state, run: { kind: 'paused', step: last } };
  show(steps.at(-2)!);
  show(last);
  return shown;
}

const steps = [0, 1, 2, 5, 20, 60, 99, 104, 300, 1000, 1300];

test('where less motion is wanted, a run shows its prior, an early step and its rest', () => {
  expect(picturesOf(steps, true)).toEqual([0, 104, 1300]);
  expect(picturesOf(steps, false)).toEqual(steps);
});

test('a picture that is out of date is replaced in any case, and one of the past is kept', () => {
  const state = { viewed: null, snapshot: snapshotAt(500), reducedMotion: true, ...training } as Held;
  expect(pictureAfter({ ...state, pictureDue: true }, snapshotAt(510)).snapshot?.step).toBe(510);
  expect(pictureAfter({ ...state, pictureDue: false }, snapshotAt(510)).snapshot?.step).toBe(500);
  expect(pictureAfter({ ...state, pictureDue: true, viewed: 500 }, snapshotAt(510)).snapshot?.step).toBe(500);
});
