import { expect, test } from 'vitest';
import type { WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { keptWeights } from '../../../src/model/networks/index.ts';
import { costText, inUnits } from '../../../src/plots/cost/costUnits.ts';
import { fractionBelow, snrHistogram, snrSummary } from '../../../src/plots/weights/snrHistogram.ts';
import { golden } from '../../reference/golden.ts';

function weightsOf(mu: readonly number[], sigma: readonly number[]): WeightSummary {
  return {
    mu: Float64Array.from(mu),
    sigma: Float64Array.from(sigma),
    priorScale: new Float64Array(mu.length).fill(1),
    kl: Float64Array.from(mu),
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

test('every weight is in one bin, by its signal to noise', () => {
  const { counts, edges } = snrHistogram(weights, 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(mu.length);
  // |μ|/σ = 5 is 13.98 dB.
  const bin = edges.findLastIndex((edge) => edge <= 20 * Math.log10(5));
  expect(counts[bin]).toBeGreaterThanOrEqual(1);
  expect(counts[0]).toBe(1 + 0);
});

test('weights below the axis are counted, and are in the first bin', () => {
  const sigma = [1, 1, 1, 1, 1, 1, 1, 1];
  const { below, counts } = snrHistogram(weightsOf([0.001, 0.009, 0.011, 1, 1, 1, 1, 1], sigma), 0);
  // 0.01 is −40 dB.
  expect(below).toBe(2);
  expect(counts[0]).toBe(3);
});

test('the cut is just above the pruned weights', () => {
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

test('a click prunes the weights below it', () => {
  expect(fractionBelow(weights, -100)).toBe(1 / 8);
  expect(fractionBelow(weights, 0)).toBe(3 / 8);
  expect(fractionBelow(weights, 100)).toBe(1);
  expect(snrSummary(snrHistogram(weights, 0.5))).toMatch(/8 weights in decibels.*4 weights pruned/);
});

test('costs are in nats or bits, and rounding errors of sums are 0', () => {
  const { nats, bits } = (golden.mdl as unknown as { example: { nats: number; bits: number } }).example;
  expect(inUnits(nats, 'bits')).toBeCloseTo(bits, 12);
  expect(inUnits(Math.LN2, 'bits')).toBeCloseTo(1, 14);
  expect(costText(12.34, 'nats')).toBe('12.3 nats');
  expect(costText(-6.06e-15, 'nats')).toBe('0 nats');
  expect(costText(6.06e-15, 'bits')).toBe('0 bits');
  expect(costText(0.002, 'nats')).toBe('0.002 nats');
});
