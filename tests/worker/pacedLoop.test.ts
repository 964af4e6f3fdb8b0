import { expect, test } from 'vitest';
import { RAMP_STEPS, type TrainingPace } from '../../src/worker/trainingPace.ts';
import { smallExperiment } from './experimentForTests.ts';
import { type Loop, startLoop } from './loopHarness.ts';

/** The steps of all snapshots that reached the page, in the order of its timeline. */
const stepsOf = (loop: Loop): readonly number[] =>
  loop
    .reportsOf('progressed')
    .flatMap(({ snapshot, earlier = [] }) => [...earlier.map((kept) => kept.snapshot.step), snapshot.step]);
const lastStep = (loop: Loop) => loop.reportsOf('checkpoint').at(-1)?.state.step ?? 0;
const trainAt = (loop: Loop, pace: TrainingPace) =>
  loop.receive({ type: 'train', runId: 1, steps: null, order: 1, pace });

/** A run that shows its prior, on an engine with ten steps a millisecond. */
async function begin(options: Parameters<typeof startLoop>[0] = {}): Promise<Loop> {
  const loop = startLoop({ engines: { reference: { speed: 10 } }, ...options });
  loop.receive({
    type: 'start',
    runId: 1,
    experiment: smallExperiment,
    checkpoint: null,
    distrustGpu: false,
  });
  await loop.until(() => loop.reportsOf('progressed').length === 1);
  return loop;
}

test.each([
  ['quick', 1000],
  ['normal', 4000],
] as const)(
  'at the pace %s, step 1,000 comes after %i ms, and then training is flat out',
  async (pace, duration) => {
    const loop = await begin();
    const begun = loop.now();
    trainAt(loop, pace);
    await loop.until(() => stepsOf(loop).at(-1)! >= RAMP_STEPS);
    expect(Math.abs((loop.now() - begun) / duration - 1)).toBeLessThan(0.15);
    const [step, at] = [stepsOf(loop).at(-1)!, loop.now()];
    // Ten steps a millisecond, less the time of snapshots and of yielding; the ramp ends with one or five.
    await loop.until(() => stepsOf(loop).at(-1)! >= step + 600);
    expect(loop.now() - at).toBeLessThan(100);
  },
);

test('every frame of the ramp is a moment, whether or not the page draws', async () => {
  for (const draws of [true, false]) {
    const loop = await begin({ draws, engines: { reference: { speed: 2 } } });
    trainAt(loop, 'normal');
    const begun = loop.now();
    await loop.until(() => loop.now() > begun + 2500);
    const reports = loop.reportsOf('progressed').length;
    loop.receive({ type: 'drawn', runId: 1 });
    await loop.until(() => loop.reportsOf('progressed').length > reports);
    const early = stepsOf(loop);
    // A frame every 45 ms, or up to 1.4 times as late.
    expect(early.length).toBeGreaterThanOrEqual(2500 / (1.4 * 45));
    expect(early.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [i, step] of early.slice(1).entries()) {
      expect(step).toBeGreaterThan(early[i]!);
      expect(step).toBeLessThanOrEqual(1.3 * early[i]! + 2);
    }
  }
});

test('at most one report is on its way, and it brings what was made meanwhile', async () => {
  const loop = await begin({ draws: false });
  trainAt(loop, 'normal');
  await loop.until(() => lastStep(loop) >= 20);
  expect(loop.reportsOf('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await loop.until(() => loop.reportsOf('progressed').length === 2);
  const { earlier, snapshot, checkpoint } = loop.reportsOf('progressed')[1]!;
  expect(earlier!.length).toBeGreaterThan(10);
  expect(earlier!.every((kept) => kept.checkpoint?.state.step === kept.snapshot.step)).toBe(true);
  expect(checkpoint?.state.step).toBe(snapshot.step);
  expect(earlier!.at(-1)!.snapshot.step).toBeLessThan(snapshot.step);
});

test('a pause while a frame waits is answered at once', async () => {
  const loop = await begin();
  trainAt(loop, 'slow');
  await loop.until(() => stepsOf(loop).length > 3);
  const asked = loop.now();
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.now() - asked).toBeLessThan(20);
});

test('a changed pace works at once', async () => {
  const loop = await begin();
  trainAt(loop, 'slow');
  await loop.until(() => stepsOf(loop).length > 3);
  const begun = loop.now();
  loop.receive({ type: 'set-pace', runId: 1, pace: 'flat-out' });
  await loop.until(() => stepsOf(loop).at(-1)! >= RAMP_STEPS);
  expect(loop.now() - begun).toBeLessThan(500);
});

test('steps that were asked for by number are taken flat out', async () => {
  const loop = await begin();
  const begun = loop.now();
  loop.receive({ type: 'train', runId: 1, steps: 500, order: 1 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.now() - begun).toBeLessThan(500);
  expect(lastStep(loop)).toBe(500);
});
