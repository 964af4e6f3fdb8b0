import { describe, expect, test } from 'vitest';
import { SLICE } from '../../src/worker/snapshotPacing.ts';
import {
  isFrameOver,
  isHeldBack,
  nextRampFrame,
  RAMP_STEPS,
  type RampFrame,
  rampFrameAt,
  rampPosition,
  rampStep,
  stepLimit,
  type TrainingPace,
} from '../../src/worker/trainingPace.ts';

/** Milliseconds on a simulated machine: of a step, of making a snapshot, and of a look at the clock while waiting. */
interface Machine {
  readonly step: number;
  readonly snapshot?: number;
  readonly nap?: number;
}

/** A run as the loop trains it: slices within the limit, a frame whenever one is over. Each frame's step and time. */
function simulate(pace: TrainingPace, { step: stepTime, snapshot = 8, nap = 4 }: Machine, until: number) {
  let frame: RampFrame = rampFrameAt(0);
  const frames: { readonly step: number; readonly at: number }[] = [{ step: 0, at: 0 }];
  let [now, step] = [0, 0];
  while (step < until) {
    const clock = () => ({
      now,
      stepTime: step > 0 ? stepTime * (1 + snapshot / Math.max(45, 2 * snapshot)) : 0,
      snapshotTime: snapshot,
    });
    const allowed = stepLimit(pace, frame, clock()) - step;
    if (allowed > 0) {
      const steps = Math.min(allowed, Math.max(1, Math.floor(SLICE / stepTime)));
      step += steps;
      now += steps * stepTime;
    } else now += nap;
    const isOver = isHeldBack(pace, frame)
      ? isFrameOver(pace, frame, step, clock())
      : now - frame.at >= 16 && step > frame.step;
    if (!isOver) continue;
    frame = nextRampFrame(pace, frame, step, clock());
    frames.push({ step, at: now });
    now += snapshot;
  }
  return { frames, time: now };
}

const at = (now: number) => ({ now, stepTime: 0, snapshotTime: 0 });
const flatOutTime = (machine: Machine, until: number) => simulate('flat-out', machine, until).time;

test('the ramp and its inverse agree, and take 87 units for 1,000 steps', () => {
  for (const step of [0, 1, 5, 17, 18, 100, 999, 1000, 1500])
    expect(rampStep(rampPosition(step))).toBeCloseTo(step, 8);
  expect(rampPosition(RAMP_STEPS)).toBeCloseTo(86.9, 0);
  // Continuous, with a continuous slope, where its parts meet.
  for (const u of [1 / Math.log(1.06), rampPosition(RAMP_STEPS)]) {
    const slopes = [rampStep(u) - rampStep(u - 1e-4), rampStep(u + 1e-4) - rampStep(u)];
    expect(slopes[0]! / slopes[1]!).toBeCloseTo(1, 4);
  }
});

describe.each<[TrainingPace, number]>([
  ['quick', 1000],
  ['normal', 4000],
  ['slow', 16_000],
])('%s', (pace, duration) => {
  test.each([0.1, 0.3, 1, 2])('reaches step 1,000 on time with %f ms a step', (step) => {
    const { time } = simulate(pace, { step }, RAMP_STEPS);
    if (duration < flatOutTime({ step }, RAMP_STEPS)) return;
    expect(Math.abs(time / duration - 1)).toBeLessThan(0.15);
  });

  test.each([3, 4, 20, 200])('is as fast as the machine with %i ms a step', (step) => {
    const until = step > 100 ? 100 : RAMP_STEPS;
    const onTime = (duration * rampPosition(until)) / rampPosition(RAMP_STEPS);
    const { time } = simulate(pace, { step }, until);
    expect(time).toBeLessThan(1.15 * Math.max(onTime, flatOutTime({ step }, until)));
  });

  test('a machine that looks at the clock late is on time all the same', () => {
    const { time } = simulate(pace, { step: 0.2, nap: 9, snapshot: 15 }, RAMP_STEPS);
    expect(Math.abs(time / duration - 1)).toBeLessThan(0.15);
  });
});

test('frames of the normal pace advance by 1 step at first, then by 6 %', () => {
  const { frames } = simulate('normal', { step: 0.2 }, RAMP_STEPS);
  const gains = frames.slice(1).map(({ step }, i) => step - frames[i]!.step);
  expect(gains.slice(0, 8)).toEqual(Array(8).fill(1));
  const late = frames.filter(({ step }) => step >= 60);
  const growth = (late.at(-1)!.step / late[0]!.step) ** (1 / (late.length - 1));
  expect(growth).toBeGreaterThan(1.05);
  expect(growth).toBeLessThan(1.08);
  for (const [i, { at }] of frames.slice(2).entries())
    expect(at - frames[i + 1]!.at).toBeGreaterThanOrEqual(45);
});

test.each([60, 150, 300])(
  'where a snapshot takes %i ms there are fewer frames, and time holds',
  (snapshot) => {
    const { time } = simulate('normal', { step: 0.1, snapshot }, RAMP_STEPS);
    expect(Math.abs(time / 4000 - 1)).toBeLessThan(0.3);
  },
);

test.each([{ step: 0.1 }, { step: 5 }, { step: 0.1, nap: 500 }, { step: 200, snapshot: 50 }])(
  'no frame leaps, and 60 or more come before step 1,000, with %o',
  (machine) => {
    const { frames } = simulate('normal', machine, RAMP_STEPS);
    const early = frames.filter(({ step }) => step < RAMP_STEPS);
    expect(early.length).toBeGreaterThanOrEqual(60);
    for (const [i, { step }] of early.slice(1).entries())
      expect(step).toBeLessThanOrEqual(1.3 * early[i]!.step + 2);
  },
);

test('beyond the ramp slow never races, and the others train flat out', () => {
  const slow = simulate('slow', { step: 0.05 }, 3000);
  const late = slow.frames.filter(({ step }) => step > 1200);
  expect(late.length).toBeGreaterThan(60);
  for (const [i, { step }] of late.slice(1).entries()) expect(step - late[i]!.step).toBeLessThan(60);
  for (const pace of ['normal', 'quick', 'flat-out'] as const)
    expect(stepLimit(pace, rampFrameAt(RAMP_STEPS), at(0))).toBe(Number.POSITIVE_INFINITY);
});

test('a run that continues from a step goes on at the rate of that step', () => {
  const frame = { ...rampFrameAt(500), at: 0 };
  expect(stepLimit('normal', frame, at(46.03))).toBe(530);
  expect(stepLimit('normal', frame, at(1e6))).toBeLessThan(550);
});

test('a change of pace works from the next look at the clock on', () => {
  const frame = { ...rampFrameAt(100), at: 0 };
  expect(stepLimit('slow', frame, at(46.03))).toBe(101);
  expect(stepLimit('normal', frame, at(46.03))).toBe(106);
  expect(stepLimit('flat-out', frame, at(46.03))).toBe(Number.POSITIVE_INFINITY);
});
