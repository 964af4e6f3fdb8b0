import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import {
  addMoment,
  branchPoint,
  MAX_MOMENTS,
  type Moment,
  momentBeside,
  momentOf,
  upTo,
} from '../../src/store/timeline.ts';
import type { Checkpoint } from '../../src/worker/protocol.ts';

const snapshotAt = (step: number, size = 4): Snapshot =>
  ({ step, weights: { mu: new Float64Array(size), sigma: new Float64Array(size) } }) as unknown as Snapshot;
const checkpointAt = (step: number): Checkpoint =>
  ({ state: { step, parameters: new Float64Array(2) }, scalers: {} }) as unknown as Checkpoint;
const stepsOf = (moments: readonly Moment[]) => moments.map(({ snapshot }) => snapshot.step);
const filled = (steps: readonly number[], bytes?: number) =>
  steps.reduce<readonly Moment[]>(
    (moments, step) => addMoment(moments, momentOf(snapshotAt(step), checkpointAt(step)), bytes),
    [],
  );

describe('the timeline', () => {
  test('counts the memory of every array once', () => {
    const snapshot = snapshotAt(1, 10);
    const shared = {
      ...snapshot,
      predictive: { kind: 'curve', x: snapshot.weights.mu },
    } as unknown as Snapshot;
    expect(momentOf(shared, checkpointAt(1)).bytes).toBe(2 * 80 + 16);
  });

  test('a checkpoint of another step is not stored with a snapshot', () => {
    expect(momentOf(snapshotAt(3), checkpointAt(2)).checkpoint).toBeNull();
  });

  test('keeps the first and the last step within its bounds, in order, for any input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 900 }),
        fc.integer({ min: 200, max: 20_000 }),
        (raw, bytes) => {
          const steps = [...new Set(raw)].sort((a, b) => a - b);
          const moments = filled(steps, bytes);
          expect(stepsOf(moments)).toEqual([...stepsOf(moments)].sort((a, b) => a - b));
          expect(moments[0]!.snapshot.step).toBe(steps[0]);
          expect(moments.at(-1)!.snapshot.step).toBe(steps.at(-1));
          expect(moments.length).toBeLessThanOrEqual(MAX_MOMENTS);
          if (moments.length > 2)
            expect(moments.reduce((sum, moment) => sum + moment.bytes, 0)).toBeLessThanOrEqual(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps moments about evenly spaced in the logarithm of the step, and so the early ones', () => {
    const ramp = Array.from({ length: 90 }, (_, i) => Math.round(i < 17 ? i : 17 * 1.06 ** (i - 17)));
    const later = Array.from({ length: 3000 }, (_, i) => ramp.at(-1)! + 40 * (i + 1));
    const moments = filled([...ramp, ...later]);
    expect(moments).toHaveLength(MAX_MOMENTS);
    expect(stepsOf(moments)).toEqual(expect.arrayContaining(ramp));
    const places = moments
      .filter(({ snapshot }) => snapshot.step > 2000)
      .map(({ snapshot }) => Math.log1p(snapshot.step));
    const gaps = places.slice(1).map((place, i) => place - places[i]!);
    expect(Math.max(...gaps)).toBeLessThan(0.1);
    // A small budget thins the early ones too, but keeps some of every decade.
    const few = stepsOf(filled([...ramp, ...later], 5000));
    for (const decade of [0, 1, 2, 3, 4])
      expect(few.some((step) => Math.floor(Math.log10(step + 1)) === decade)).toBe(true);
  });

  test('a second snapshot of a step replaces the first, and an earlier step removes the later ones', () => {
    expect(stepsOf(addMoment(filled([0, 10, 20]), momentOf(snapshotAt(20), null)))).toEqual([0, 10, 20]);
    expect(stepsOf(addMoment(filled([0, 10, 20]), momentOf(snapshotAt(5), null)))).toEqual([0, 5]);
    expect(stepsOf(upTo(filled([0, 10, 20]), 15))).toEqual([0, 10]);
  });

  test('resumes from the last step with a checkpoint before the given step', () => {
    const moments = addMoment(filled([0, 10]), momentOf(snapshotAt(20), null));
    expect(branchPoint(moments, 20)?.snapshot.step).toBe(10);
    expect(branchPoint([momentOf(snapshotAt(0), null)], 0)).toBeNull();
  });

  test('moves from step to step and stays within its ends', () => {
    const moments = filled([0, 10, 20]);
    expect(momentBeside(moments, null, -1)?.snapshot.step).toBe(10);
    expect(momentBeside(moments, 15, 1)?.snapshot.step).toBe(20);
    expect(momentBeside(moments, 0, -1)?.snapshot.step).toBe(0);
    expect(momentBeside([], null, 1)).toBeNull();
  });
});
