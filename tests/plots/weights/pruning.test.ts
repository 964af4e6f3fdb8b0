import { expect, test } from 'vitest';
import type { PruningCurve } from '../../../src/experiment/pictures/snapshot.ts';
import { accuracyAt, prunableFraction, pruningSummary } from '../../../src/plots/weights/pruning.ts';

const curve: PruningCurve = {
  fractions: Float64Array.of(0, 0.5, 0.75, 1),
  accuracy: Float64Array.of(0.95, 0.96, 0.94, 0.1),
  of: 'held-out',
  draws: 30,
};

test('accuracy is interpolated between measured fractions', () => {
  expect([0, 0.25, 0.75, 0.875, 1].map((fraction) => accuracyAt(curve, fraction))).toEqual([
    0.95, 0.955, 0.94, 0.52, 0.1,
  ]);
});

test('the prunable fraction is the last before accuracy falls by more than one point', () => {
  expect(prunableFraction(curve)).toBe(0.75);
  expect(prunableFraction({ ...curve, accuracy: Float64Array.of(0.95, 0.93, 0.95, 0.95) })).toBe(0);
  expect(prunableFraction({ ...curve, accuracy: Float64Array.of(0.1, 0.1, 0.1, 0.1) })).toBe(1);
  expect(pruningSummary(curve)).toBe(
    'Accuracy against pruned weights: 95 % with all of them; 75 % can go for at most one point.',
  );
  expect(pruningSummary(null)).toMatch(/known after the first step/);
});
