import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { convergenceOf, type Stretch } from '../../src/store/convergence.ts';
import type { HistoryEntry } from '../../src/store/history.ts';
import { type Moment, momentOf } from '../../src/store/timeline.ts';

/** A run whose F falls by `fall` nats with a time constant of `tau` steps, with the ripple of its draws. */
function history(last: number, fall: number, tau: number, ripple = 1): HistoryEntry[] {
  return Array.from({ length: 400 }, (_, i) => {
    const step = Math.round((last * (i + 1)) / 400);
    return {
      step,
      complexityCost: 100 + fall * Math.exp(-step / tau),
      likelihoodCost: ripple * Math.sin(9 * i),
    };
  });
}

/** Moments of a run with two weights. sigma: of the first one, at a step. */
function moments(last: number, sigma: (step: number) => number, noise = (_step: number) => 1): Moment[] {
  return Array.from({ length: 100 }, (_, i) => {
    const step = Math.round((last * (i + 1)) / 100);
    const weights = { kl: new Float64Array(2), sigma: Float64Array.of(sigma(step), 0.5) };
    return momentOf({ step, weights, noiseSigma: noise(step) } as unknown as Snapshot, null);
  });
}

const still = (entries: readonly HistoryEntry[], other: Partial<Stretch> = {}): Stretch => ({
  history: entries,
  moments: [],
  since: 0,
  klWeight: 1,
  continued: false,
  ...other,
});

describe('convergence', () => {
  test('is not reported while F falls, however slowly', () => {
    expect(convergenceOf(still(history(4000, 400, 1500)))).toBeNull();
    expect(convergenceOf(still(history(20_000, 400, 8000)))).toBeNull();
  });

  test('is reported when F is constant, with its last decrease', () => {
    const found = convergenceOf(still(history(8000, 400, 700)))!;
    expect(found.step).toBe(8000);
    expect(found.stretch).toBe(2000);
    expect(Math.abs(found.fall)).toBeLessThan(1);
  });

  test('is never reported at the beginning, nor for a few snapshots', () => {
    expect(convergenceOf(still(history(1900, 0, 1)))).toBeNull();
    expect(convergenceOf(still(history(8000, 0, 1).filter((_, i) => i % 40 === 39)))).toBeNull();
    expect(convergenceOf(still([]))).toBeNull();
  });

  test('allows the F of a large network to change by a small fraction of its complexity cost', () => {
    const large = history(8000, 0, 1).map((entry) => ({ ...entry, complexityCost: 5000 - entry.step / 200 }));
    expect(convergenceOf(still(large))).not.toBeNull();
    const small = history(8000, 0, 1).map((entry) => ({ ...entry, complexityCost: 100 - entry.step / 200 }));
    expect(convergenceOf(still(small))).toBeNull();
  });

  test('does not depend on the unit of the data, which adds n log(scale) to F', () => {
    const stepFound = (unit: number) => {
      for (let last = 2000; ; last += 100) {
        const run = history(last, 400, 700).map((entry) => ({
          ...entry,
          likelihoodCost: entry.likelihoodCost + 100 * Math.log(unit),
        }));
        if (convergenceOf(still(run))) return last;
      }
    };
    expect(stepFound(1000)).toBe(stepFound(1));
    expect(stepFound(1e-9)).toBe(stepFound(1));
  });

  test('watches what is minimised: the complexity cost counts β times', () => {
    const falling = history(8000, 0, 1).map((entry) => ({
      ...entry,
      complexityCost: 100 - entry.step / 500,
    }));
    expect(convergenceOf(still(falling))).toBeNull();
    expect(convergenceOf(still(falling, { klWeight: 0.1 }))).not.toBeNull();
  });

  test('is not reported while σ moves, of the posterior or of the noise', () => {
    const run = history(8000, 400, 700);
    expect(convergenceOf(still(run, { moments: moments(8000, () => 0.1) }))).not.toBeNull();
    expect(
      convergenceOf(still(run, { moments: moments(8000, (step) => Math.exp(-step / 4000)) })),
    ).toBeNull();
    const noise = (step: number) => Math.exp(-step / 4000);
    expect(convergenceOf(still(run, { moments: moments(8000, () => 0.1, noise) }))).toBeNull();
  });
});
