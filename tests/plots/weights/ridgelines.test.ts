import { expect, test } from 'vitest';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import { priorCurve } from '../../../src/plots/weights/priorCurve.ts';
import {
  averageCurve,
  curvesPerRow,
  drawnWeights,
  layoutRidges,
  nearestCurve,
  priorRidge,
  ridgeCurve,
  ridgeLabel,
  ridgelinesSummary,
  wantedHalfWidth,
} from '../../../src/plots/weights/ridgelines.ts';
import {
  nameBlocks,
  weightFacts,
  weightName,
  weightReadout,
} from '../../../src/plots/weights/weightNames.ts';
import { gaussianPrior, networkWeights } from './weights.ts';

const weights = networkWeights(
  500,
  (i) => Math.sin(i),
  (i) => 0.1 + (i % 7) / 10,
);
const blocks = nameBlocks(weights.layers);
const [kernel, , , bias] = blocks as [
  (typeof blocks)[0],
  (typeof blocks)[0],
  (typeof blocks)[0],
  (typeof blocks)[0],
];

test('blocks and weights have display names', () => {
  expect(blocks.map(({ name }) => name)).toEqual([
    'Layer 1 kernel',
    'Layer 1 bias',
    'Layer 2 kernel',
    'Layer 2 bias',
  ]);
  expect(weightName(blocks, 7)).toBe('Layer 1 kernel, from 1 to 8');
  expect(weightName(blocks, 507)).toBe('Layer 1 bias of unit 8');
  expect(weightName(blocks, 1007)).toBe('Layer 2 kernel, from 8 to 1');
  const one = networkWeights(
    1,
    () => 0.32,
    () => 0.11,
  );
  expect(weightReadout(one, nameBlocks(one.layers), 0, 'nats')).toBe(
    'Layer 1 kernel, from 1 to 1: μ 0.32, σ 0.11, KL 1.2 nats, |μ|/σ 2.91',
  );
  // 1.2 nats are 1.2 / ln 2 = 1.73 bits, in the readout and in the facts next to it.
  expect(weightReadout(one, nameBlocks(one.layers), 0, 'bits')).toContain('KL 1.73 bits');
  expect(weightFacts(one, 0, null, 'bits')).toContainEqual(
    expect.objectContaining({ term: 'KL', value: '1.73 bits' }),
  );
});

test('every curve peaks at the same height, at its mean, however narrow it is', () => {
  for (const sigma of [1e-6, 0.1, 30]) {
    const curve = ridgeCurve(0.5, sigma);
    const peak = Math.max(...curve.map(([, height]) => height));
    expect(peak).toBe(1);
    expect(curve.find(([, height]) => height === peak)?.[0]).toBe(0.5);
  }
});

test('a large block is drawn by an evenly spaced subset with its first and last weight', () => {
  const drawn = drawnWeights(weights, kernel, 200);
  expect([drawn.length, drawn[0], drawn.at(-1)]).toEqual([200, 0, 499]);
  expect(ridgeLabel(kernel, 200)).toBe('Layer 1 kernel · 500 weights · 200 drawn');
  expect([1, 4, 8].map(curvesPerRow)).toEqual([200, 200, 100]);
});

test('a block of one weight is one curve', () => {
  expect(drawnWeights(weights, bias, 200)).toEqual([1500]);
  expect(ridgeLabel(bias, 200)).toBe('Layer 2 bias · 1 weight');
});

test('the average of equal curves is that curve, and spikes between grid points are not lost', () => {
  const equal = networkWeights(
    300,
    () => 0.25,
    () => 0.5,
  );
  const average = averageCurve(equal, nameBlocks(equal.layers)[0] as typeof kernel, [-2, 2], 161);
  average.forEach((height, i) => {
    const z = (-2 + i / 40 - 0.25) / 0.5;
    if (Math.abs(z) < 3.5) expect(height).toBeCloseTo(Math.exp(-0.5 * z * z), 5);
  });
  const spikes = networkWeights(
    300,
    () => 0.0123,
    () => 1e-6,
  );
  expect(Math.max(...averageCurve(spikes, nameBlocks(spikes.layers)[0] as typeof kernel, [-2, 2], 161))).toBe(
    1,
  );
});

test('weights that are not finite are neither drawn nor mentioned', () => {
  const broken = networkWeights(
    3,
    (i) => (i === 1 ? Number.NaN : 0.5),
    (i) => (i === 2 ? Number.POSITIVE_INFINITY : 0.1),
  );
  const names = nameBlocks(broken.layers);
  expect(drawnWeights(broken, names[0] as typeof kernel, 200)).toEqual([0]);
  expect(ridgelinesSummary(broken, names, 1)).not.toMatch(/NaN|Infinity|–/);
  expect(Number.isFinite(wantedHalfWidth(broken, 1))).toBe(true);
});

test('rows share the frame in order and do not overlap the label above', () => {
  const frame = createFrame({ width: 330, height: 300 }, 12, { left: 1, right: 1, top: 0, bottom: 3 });
  const ridges = layoutRidges(blocks, frame, 12);
  expect(ridges.at(-1)?.baseline).toBeCloseTo(frame.bottom);
  for (const { top, baseline, height } of ridges)
    expect(baseline - height).toBeGreaterThanOrEqual(top + 1.5 * 12);
  expect(layoutRidges([], frame, 12)).toEqual([]);
});

test('the axis contains weights and prior, but a wide prior does not compress the weights', () => {
  const narrow = networkWeights(
    20,
    () => 0.1,
    () => 0.1,
  );
  expect(wantedHalfWidth(narrow, 0.5)).toBeCloseTo(1.5);
  expect(wantedHalfWidth(narrow, 10)).toBeCloseTo(2);
});

test('the curve nearest to the pointer is found', () => {
  const two = networkWeights(
    2,
    (i) => (i === 0 ? -1 : 1),
    () => 0.2,
  );
  const block = nameBlocks(two.layers)[0] as typeof kernel;
  expect(nearestCurve(two, block, -1, 1)).toBe(0);
  expect(nearestCurve(two, block, 0.9, 0.5)).toBe(1);
  expect(nearestCurve(two, block, 0.3, 0)).toBe(1);
});

test('the prior behind a row is scaled to the same height and the spike of a mixture is clipped there', () => {
  for (const kind of ['gaussian', 'laplace', 'scale-mixture'] as const) {
    const heights = priorRidge(priorCurve({ ...gaussianPrior, kind }), [-3, 3], 161).map(
      ([, height]) => height,
    );
    expect(Math.max(...heights)).toBe(1);
    expect(heights[107]).toBeGreaterThan(0.1);
  }
});

test('a point weight is a spike, and all its coordinates are finite', () => {
  expect(ridgeCurve(0.5, 0).every(([w]) => w === 0.5)).toBe(true);
  const spikes = networkWeights(
    300,
    (i) => (i - 450) / 300,
    () => 0,
  );
  const withoutKl = { ...spikes, kl: null };
  const names = nameBlocks(spikes.layers);
  const block = names[0] as typeof kernel;
  expect(drawnWeights(spikes, block, 500)).toHaveLength(300);
  expect(averageCurve(spikes, block, [-2, 2], 161).every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(wantedHalfWidth(spikes, 1))).toBe(true);
  expect(nearestCurve(spikes, block, -1.0004, 0.2)).toBe(150);
  expect(nearestCurve(spikes, block, -1, 1)).toBe(150);
  expect(weightReadout(withoutKl, names, 150, 'nats')).toBe(
    'Layer 1 kernel, from 1 to 151: μ −1, σ 0, one value',
  );
  expect(ridgelinesSummary(withoutKl, names, 1)).not.toMatch(/NaN|Infinity|–/);
});
