import { describe, expect, it } from 'vitest';
import { keptWeights } from '../../../src/model/networks/index.ts';
import { golden } from '../../reference/golden.ts';

const { mu, sigma, snr, order_ascending, keep_mask_at_50pct } = golden.snr_pruning;
const keep = (fraction: number) => [
  ...keptWeights(Float64Array.from(mu), Float64Array.from(sigma), fraction),
];

describe('pruning by signal to noise', () => {
  it('removes the half with the least |μ|/σ', () => {
    expect(keep(0.5)).toEqual(keep_mask_at_50pct.map(Number));
  });

  it('removes one weight after another in the computed order of |μ|/σ', () => {
    order_ascending.forEach((_, removed) => {
      const gone = order_ascending.slice(0, removed);
      expect(keep(removed / mu.length)).toEqual(mu.map((_, i) => (gone.includes(i) ? 0 : 1)));
    });
    const ratios = order_ascending.map((index) => snr[index]!);
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
  });

  it('removes none at 0 and all at 1', () => {
    expect(keep(0)).toEqual(mu.map(() => 1));
    expect(keep(1)).toEqual(mu.map(() => 0));
  });
});
