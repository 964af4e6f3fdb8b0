import { expect, test } from 'vitest';
import type { Calibration, Predictive } from '../../../src/experiment/pictures/snapshot.ts';
import { doubtOf } from '../../../src/experiment/scores/doubt.ts';

const at = (...inputs: number[]) => inputs.map((x) => ({ x: [x], y: 0 }));
const x = Float64Array.from({ length: 101 }, (_, i) => -5 + 0.1 * i);
const curve = (sigma: (x: number) => number) =>
  ({ kind: 'curve', x, epistemicSigma: x.map(sigma) }) as unknown as Predictive;

test('of a curve it is measured in the widest gap of the data', () => {
  const doubt = doubtOf(
    curve((place) => (Math.abs(place) < 1 ? 0.3 : 7)),
    at(-1.05, -2, 1.05, 2),
    null,
  );
  expect(doubt).toMatchObject({ where: 'gap', gap: [-1.05, 1.05] });
  expect(doubt!.value).toBeCloseTo(0.3 + (2 * 6.7) / 21, 9);
});

test('of a curve whose data have no gap it is measured on both sides of them', () => {
  const dense = at(...Array.from({ length: 41 }, (_, i) => -1 + 0.05 * i));
  const doubt = doubtOf(
    curve((place) => (place < -1.01 ? 2 : place > 1.01 ? 4 : 99)),
    dense,
    null,
  );
  expect(doubt).toMatchObject({ where: 'outside' });
  expect(doubt!.value).toBeCloseTo(3, 9);
});

test('of classes it is the mutual information, over the map or over the scored points', () => {
  const plane = { kind: 'plane', mutualInformation: Float64Array.of(0.1, 0.3) } as unknown as Predictive;
  expect(doubtOf(plane, [], null)).toEqual({ where: 'plane', value: 0.2 });
  const images = { kind: 'images' } as unknown as Predictive;
  const scores = { metrics: { mutualInformation: 0.07 } } as unknown as Calibration;
  expect(doubtOf(images, [], scores)).toEqual({ where: 'classes', value: 0.07 });
  expect(doubtOf(images, [], null)).toBeNull();
});

test('it is null where it is not a number', () => {
  expect(
    doubtOf(
      curve(() => Number.NaN),
      at(-2, 2),
      null,
    ),
  ).toBeNull();
  expect(
    doubtOf(
      curve(() => 1),
      at(),
      null,
    ),
  ).toBeNull();
});
