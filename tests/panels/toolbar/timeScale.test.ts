import { expect, test } from 'vitest';
import {
  nextPlaybackFrame,
  PLAYBACK_DURATION,
  positionOf,
  scaleMarks,
  stepAt,
} from '../../../src/panels/toolbar/timeScale.ts';

/** The moments of a run: one step a frame, then 6 % a frame up to step 1,000, then 50 steps a frame. */
const steps = [0];
while (steps.at(-1)! < 1000) steps.push(steps.at(-1)! + Math.max(1, Math.round(0.06 * steps.at(-1)!)));
while (steps.at(-1)! < 15_000) steps.push(steps.at(-1)! + 50);

test('the scale is logarithmic, from the prior to the last step', () => {
  expect(positionOf(0, 15_000)).toBe(0);
  expect(positionOf(15_000, 15_000)).toBe(1);
  const decades = [10, 100, 1000, 10_000].map((step) => positionOf(step, 15_000));
  const widths = decades.slice(1).map((position, i) => position - decades[i]!);
  for (const width of widths) expect(width).toBeCloseTo(Math.log(10) / Math.log(15_001), 1);
  expect(positionOf(0, 0)).toBe(0);
  expect(scaleMarks(15_000)).toEqual([1, 10, 100, 1000, 10_000]);
  expect(scaleMarks(0)).toEqual([]);
});

test('a position gives the nearest moment, and the position of a moment gives that moment', () => {
  for (const step of [0, 1, 2, 17, 1000])
    expect(stepAt(positionOf(step, 15_000), [0, 1, 2, 17, 1000, 15_000])).toBe(step);
  expect(stepAt(1, steps)).toBe(steps.at(-1));
  expect(stepAt(0.5, [])).toBeNull();
});

/** The frames of a whole playback, and its milliseconds. */
function playBack(from: number) {
  const frames = [from];
  let time = 0;
  for (let next = nextPlaybackFrame(steps, from); next; next = nextPlaybackFrame(steps, next.step)) {
    frames.push(next.step);
    time += next.milliseconds;
  }
  return { frames, time };
}

test('playing back takes 3.5 s over the whole run, shows each early moment, and ends at the last', () => {
  const { frames, time } = playBack(0);
  expect(time).toBeCloseTo(PLAYBACK_DURATION, 0);
  expect(frames.at(-1)).toBe(steps.at(-1));
  const early = steps.filter((step) => step <= 12);
  expect(frames.slice(0, early.length)).toEqual(early);
  expect(frames.filter((step) => step < 1000).length).toBeGreaterThan(40);
  expect(playBack(100).time).toBeCloseTo(PLAYBACK_DURATION * (1 - positionOf(100, steps.at(-1)!)), 0);
  expect(nextPlaybackFrame(steps, steps.at(-1)!)).toBeNull();
});
