import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { addToHistory, type HistoryEntry, MAX_HISTORY_ENTRIES } from '../../src/store/history.ts';

const snapshotAt = (step: number, complexityCost = step, likelihoodCost = -step) =>
  ({
    step,
    freeEnergy: { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost },
  }) as Snapshot;

const historyOf = (steps: readonly number[]) =>
  steps.reduce<readonly HistoryEntry[]>((history, step) => addToHistory(history, snapshotAt(step)), []);

test('a long run keeps its shape, its first and its last step within the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 3000 }), (strides) => {
      let step = 0;
      const steps = [0, ...strides.map((stride) => (step += stride))];
      const history = historyOf(steps);
      expect(history.length).toBeLessThanOrEqual(MAX_HISTORY_ENTRIES);
      expect(history[0]!.step).toBe(0);
      expect(history.at(-1)!.step).toBe(step);
      const gaps = history.slice(1).map((entry, index) => entry.step - history[index]!.step);
      expect(Math.min(...gaps)).toBeGreaterThan(0);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.max(50, step / 100 + 100));
    }),
    { numRuns: 30 },
  );
});

test('another picture of the same step adds no entry', () => {
  const history = historyOf([0, 10, 20]);
  const again = addToHistory(history, snapshotAt(20, 3, 4));
  expect(again).toHaveLength(3);
  expect(again.at(-1)).toEqual({ step: 20, complexityCost: 3, likelihoodCost: 4 });
});

test('a run that returned to a checkpoint drops the later steps', () => {
  expect(addToHistory(historyOf([0, 10, 20, 30]), snapshotAt(15)).map(({ step }) => step)).toEqual([
    0, 10, 15,
  ]);
});
