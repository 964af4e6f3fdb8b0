import { expect, test } from 'vitest';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import { priorCurve } from '../../../src/plots/weights/priorCurve.ts';
import { nameBlocks } from '../../../src/plots/weights/weightNames.ts';
import {
  nearestDot,
  noiseWedge,
  priorDeviations,
  scatterDots,
  scatterSummary,
  spikeNote,
  wantedMu,
  wantedSigma,
} from '../../../src/plots/weights/weightScatter.ts';
import { gaussianPrior, networkWeights } from './weights.ts';

const frame = createFrame({ width: 200, height: 100 }, 10, { left: 0, right: 0, top: 0, bottom: 0 });
const x = (mu: number) => 100 + 50 * mu;
const y = (sigma: number) => -50 * Math.log10(sigma);

test('weights map to known pixels, and those beyond the axes to their edge', () => {
  const weights = networkWeights(
    1,
    (i) => [1, -9, 0, 0][i] as number,
    (i) => [0.1, 0.1, 1e-9, 1][i] as number,
  );
  const dots = scatterDots(weights, nameBlocks(weights.layers), frame, x, y);
  expect(dots.map((dot) => [dot.index, dot.layer, dot.x, Math.round(dot.y)])).toEqual([
    [0, 0, 150, 50],
    [1, 0, 0, 50],
    [2, 1, 100, 100],
    [3, 1, 100, 0],
  ]);
  expect(nearestDot(dots, 140, 40)).toBe(0);
  expect(nearestDot([], 0, 0)).toBeNull();
});

test('the wedge is bounded by |μ| = σ', () => {
  const corners = noiseWedge(frame, x, y, [0.01, 1])
    .slice(1, -1)
    .split('L')
    .map((pair) => pair.split(',').map(Number));
  expect(corners[0]).toEqual([100.5, 100]);
  expect(corners[40]).toEqual([150, 0]);
  expect(corners[41]).toEqual([50, 0]);
});

test('the axes contain every weight and every prior', () => {
  const weights = networkWeights(
    2,
    (i) => i - 3,
    (i) => 0.1 + i / 10,
  );
  expect(wantedMu(weights)).toBeCloseTo(3.15);
  const [low, high] = wantedSigma(weights, [2]);
  expect(low).toBeLessThan(0.1);
  expect(high).toBeGreaterThan(2);
});

test('a prior that is scaled by layer has a line for every scale, largest first', () => {
  const weights = networkWeights(
    2,
    () => 0,
    () => 1,
  );
  const scaled = { ...weights, priorScale: Float64Array.of(1, 1, 1, 1, 0.5, 0.5, 1) };
  expect(priorDeviations(scaled, (scale) => priorCurve(gaussianPrior, scale))).toEqual([1, 0.5]);
});

test('the summary counts weights whose signal is below the noise and omits what is not finite', () => {
  const weights = networkWeights(
    1,
    (i) => [0.5, 2, Number.NaN, 0][i] as number,
    () => 1,
  );
  const summary = scatterSummary(weights, [1]);
  expect(summary).toContain('of 3 weights. 2 weights with the signal below the noise');
  expect(summary).not.toMatch(/NaN|Infinity|–/);
  const nothing = networkWeights(
    1,
    () => Number.NaN,
    () => Number.NaN,
  );
  expect(scatterSummary(nothing, [1])).toContain('nothing to show yet');
  expect(wantedSigma(nothing, [])).toEqual([0.1, 1]);
  expect(Number.isFinite(wantedMu(nothing))).toBe(true);
});

test('weights with σ = 0 are at the lower edge and are mentioned', () => {
  const weights = networkWeights(
    1,
    (i) => i / 2,
    (i) => (i < 3 ? 0 : 0.1),
  );
  const dots = scatterDots(weights, nameBlocks(weights.layers), frame, x, y);
  expect(dots.map((dot) => dot.y)).toEqual([100, 100, 100, 50]);
  expect(spikeNote(weights)).toBe('σ = 0 at the lower edge: 3 weights of one value');
  expect(scatterSummary(weights, [1])).toContain('3 weights of one value');
  expect(scatterSummary(weights, [1])).not.toMatch(/NaN|Infinity|–/);
  expect(wantedSigma(weights, []).every((end) => end > 0)).toBe(true);
  expect(
    spikeNote(
      networkWeights(
        1,
        () => 0,
        () => 1,
      ),
    ),
  ).toBeNull();
});
