import { expect, test } from 'vitest';
import { gradientsAgree } from '../../src/experiment/engine/selfTest.ts';
import { logSpeed, type SpeedLog, snapshotDue, stepsPerSecond } from '../../src/worker/snapshotPacing.ts';

test('snapshots take at most a third of the training time, and are at least a frame apart', () => {
  const pace = { postedAt: 100, duration: 50 };
  expect(snapshotDue(pace, 199, true)).toBe(false);
  expect(snapshotDue(pace, 200, true)).toBe(true);
  expect(snapshotDue(pace, 115, false)).toBe(false);
  expect(snapshotDue(pace, 116, false)).toBe(true);
});

test('the speed is that of the last second of training', () => {
  let log: SpeedLog = [];
  expect(stepsPerSecond(log)).toBe(0);
  for (let slice = 0; slice < 300; slice++) log = logSpeed(log, slice < 150 ? 1 : 5, 10);
  expect(stepsPerSecond(log)).toBeCloseTo(500);
  expect(log.length).toBeLessThanOrEqual(101);
});

test('the self-test accepts rounding and refuses a wrong element, however small its share', () => {
  const reference = Float64Array.from({ length: 100 }, (_, i) => Math.sin(i + 1) * 50);
  expect(gradientsAgree(reference, Float64Array.from(Float32Array.from(reference)))).toBe(true);
  for (const wrong of [0, 50, 99]) {
    const candidate = reference.map((g, i) => (i === wrong ? g * 1.02 + 0.1 : g));
    expect(gradientsAgree(reference, candidate)).toBe(false);
  }
  expect(
    gradientsAgree(
      reference,
      reference.map((g, i) => (i === 3 ? Number.NaN : g)),
    ),
  ).toBe(false);
  expect(gradientsAgree(reference, reference.subarray(1))).toBe(false);
});
