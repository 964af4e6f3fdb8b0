import { expect, test } from 'vitest';
import type { FreeEnergy, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { descriptionLength } from '../../../src/experiment/scores/descriptionLength.ts';

function weightsOf(kl: readonly number[]): WeightSummary {
  const ones = new Float64Array(kl.length).fill(1);
  return {
    mu: Float64Array.from(kl),
    sigma: ones,
    priorScale: ones,
    kl: Float64Array.from(kl),
    layers: [
      { name: 'dense1/kernel', offset: 0, shape: [1, 2] },
      { name: 'dense1/bias', offset: 2, shape: [2] },
      { name: 'dense2/kernel', offset: 4, shape: [2, 1] },
      { name: 'dense2/bias', offset: 6, shape: [1] },
    ],
  };
}

const costs: FreeEnergy = { complexityCost: 28, likelihoodCost: -5, total: 23 };
const message = weightsOf([1, 2, 3, 4, 5, 6, 7]);

test('layers and targets add up to F', () => {
  const { parts, total } = descriptionLength(message, costs, [1, 2, 3], 'regression')!;
  expect(parts.map(({ kind }) => kind)).toEqual(['layer', 'layer', 'targets']);
  expect(parts[0]!.nats).toBeCloseTo(10, 12);
  expect(parts.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(total, 12);
  expect(total).toBeCloseTo(23, 12);
});

test('the baseline of classes is their entropy, that of numbers a fitted normal', () => {
  expect(descriptionLength(message, costs, [0, 1, 0, 1], 'classification')!.baseline).toBeCloseTo(
    4 * Math.LN2,
    12,
  );
  expect(descriptionLength(message, costs, [0, 0, 0], 'classification')!.baseline).toBeCloseTo(0, 12);
  const { baseline } = descriptionLength(message, costs, [-1, 1], 'regression')!;
  expect(baseline).toBeCloseTo(Math.log(2 * Math.PI * Math.E), 12);
});

test('there is no description length without a q', () => {
  expect(descriptionLength({ ...message, kl: null }, costs, [1], 'regression')).toBeNull();
});

test('the sharpening cost is a separate part', () => {
  const sharpened = { complexityCost: 30, likelihoodCost: 1, total: 31, sharpeningCost: 2 };
  const { parts, total } = descriptionLength(message, sharpened, [1], 'regression')!;
  expect(parts.find(({ kind }) => kind === 'sharpening')!.nats).toBeCloseTo(2, 9);
  expect(parts.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(total, 9);
});
