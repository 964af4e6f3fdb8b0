import { expect, test } from 'vitest';
import type { FreeEnergy, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { keptWeights } from '../../../src/model/networks/index.ts';
import { costText, inUnits } from '../../../src/plots/cost/costUnits.ts';
import { descriptionLength } from '../../../src/plots/cost/mdl.ts';
import { fractionBelow, snrHistogram, snrSummary } from '../../../src/plots/weights/snrHistogram.ts';
import { golden } from '../../reference/golden.ts';

function weightsOf(
  mu: readonly number[],
  sigma: readonly number[],
  kl: readonly number[] = mu,
): WeightSummary {
  return {
    mu: Float64Array.from(mu),
    sigma: Float64Array.from(sigma),
    priorScale: new Float64Array(mu.length).fill(1),
    kl: Float64Array.from(kl),
    layers: [
      { name: 'dense1/kernel', offset: 0, shape: [1, 2] },
      { name: 'dense1/bias', offset: 2, shape: [2] },
      { name: 'dense2/kernel', offset: 4, shape: [2, 1] },
      { name: 'dense2/bias', offset: 6, shape: [1] },
    ],
  };
}

const { mu, sigma } = golden.snr_pruning as unknown as { mu: number[]; sigma: number[] };
const weights = weightsOf(mu, sigma);

test('every weight is in one bin, in that of its signal to noise', () => {
  const { counts, edges } = snrHistogram(weights, 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(mu.length);
  // |μ|/σ = 5 is 13.98 dB.
  const bin = edges.findLastIndex((edge) => edge <= 20 * Math.log10(5));
  expect(counts[bin]).toBeGreaterThanOrEqual(1);
  expect(counts[0]).toBe(1 + 0);
});

test('the cut lies just above what pruning takes away', () => {
  for (const fraction of [0, 0.25, 0.5, 0.9, 1]) {
    const { cut, pruned } = snrHistogram(weights, fraction);
    const kept = keptWeights(weights.mu, weights.sigma, fraction);
    expect(pruned).toBe(kept.filter((keep) => keep === 0).length);
    if (cut === null) continue;
    mu.forEach((mean, i) => {
      const level = 20 * Math.log10(Math.abs(mean) / sigma[i]!);
      if (kept[i] === 0) expect(level).toBeLessThanOrEqual(cut);
      else expect(level).toBeGreaterThanOrEqual(cut);
    });
  }
});

test('a click prunes what lies below it', () => {
  expect(fractionBelow(weights, -100)).toBe(1 / 8);
  expect(fractionBelow(weights, 0)).toBe(3 / 8);
  expect(fractionBelow(weights, 100)).toBe(1);
  expect(snrSummary(snrHistogram(weights, 0.5))).toMatch(/8 weights in decibels.*4 weights pruned/);
});

const costs: FreeEnergy = { complexityCost: 28, likelihoodCost: -5, total: 23 };
const message = weightsOf([1, 2, 3, 4, 5, 6, 7], [1, 1, 1, 1, 1, 1, 1]);

test('bits for weights and bits for data add up to F', () => {
  const { parts, total } = descriptionLength(message, costs, [1, 2, 3], 'regression')!;
  expect(parts.map(({ kind }) => kind)).toEqual(['weights', 'weights', 'data']);
  expect(parts[0]!.bits).toBeCloseTo(10 / Math.LN2, 12);
  expect(parts.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(total, 12);
  expect(total).toBeCloseTo(23 / Math.LN2, 12);
});

test('a nat is 1/ln 2 bits', () => {
  const { nats, bits } = (golden.mdl as unknown as { example: { nats: number; bits: number } }).example;
  const one = weightsOf([0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1], [nats, 0, 0, 0, 0, 0, 0]);
  const { parts } = descriptionLength(
    one,
    { complexityCost: nats, likelihoodCost: 0, total: nats },
    [],
    'regression',
  )!;
  expect(parts[0]!.bits).toBeCloseTo(bits, 12);
});

test('without a network classes cost their entropy, and numbers a normal fitted to them', () => {
  expect(descriptionLength(message, costs, [0, 1, 0, 1], 'classification')!.without).toBeCloseTo(4, 12);
  expect(descriptionLength(message, costs, [0, 0, 0], 'classification')!.without).toBeCloseTo(0, 12);
  const { without } = descriptionLength(message, costs, [-1, 1], 'regression')!;
  expect(without).toBeCloseTo(Math.log(2 * Math.PI * Math.E) / Math.LN2, 12);
});

test('where there is no q there is no description length', () => {
  expect(descriptionLength({ ...message, kl: null }, costs, [1], 'regression')).toBeNull();
});

test('what sharpening pays is a part of its own', () => {
  const sharpened = { complexityCost: 30, likelihoodCost: 1, total: 31, sharpeningCost: 2 };
  const { parts, total } = descriptionLength(message, sharpened, [1], 'regression')!;
  expect(parts.find(({ name }) => name === 'sharpening')!.bits).toBeCloseTo(2 / Math.LN2, 9);
  expect(parts.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(total, 9);
});

test('costs are told in nats or bits, and the rounding of their sums as 0', () => {
  expect(inUnits(Math.LN2, 'bits')).toBeCloseTo(1, 14);
  expect(costText(12.34, 'nats')).toBe('12.3 nats');
  expect(costText(-6.06e-15, 'nats')).toBe('0 nats');
  expect(costText(6.06e-15, 'bits')).toBe('0 bits');
  expect(costText(0.002, 'nats')).toBe('0.002 nats');
});
