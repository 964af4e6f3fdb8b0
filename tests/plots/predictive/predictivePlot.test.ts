import { expect, test } from 'vitest';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import {
  clampPoint,
  clampToDomain,
  createScales,
  moveByKey,
  nearestPoint,
  pointPixel,
  predictiveAt,
  predictiveGeometry,
  trueMeanGeometry,
} from '../../../src/plots/predictive/predictivePlot.ts';
import { pointLabel, predictiveSummary } from '../../../src/plots/predictive/predictiveText.ts';

const frame = createFrame({ width: 240, height: 140 }, 10, { left: 4, right: 0, top: 2, bottom: 2 });
const scales = createScales(frame, [0, 2], [-1, 1]);

function bands(changes: Partial<CurvePredictive> = {}): CurvePredictive {
  const of = (...values: number[]) => Float64Array.from(values);
  return {
    kind: 'curve',
    x: of(0, 1, 2),
    mean: of(0, 0.5, 0),
    epistemicSigma: of(0.2, 0.1, 0.4),
    aleatoricSigma: of(0.1, 0.1, 0.1),
    epistemicLower: of(-0.2, 0.4, -0.4),
    epistemicUpper: of(0.2, 0.6, 0.4),
    lower: of(-0.3, 0.3, -0.5),
    upper: of(0.3, 0.7, 0.5),
    draws: of(0, 0.5, 0.1, 0, 0.4, -0.1),
    drawCount: 2,
    ...changes,
  };
}

test('known domains map to known pixels', () => {
  const geometry = predictiveGeometry(bands(), frame, scales);
  expect([...geometry.x]).toEqual([40, 140, 240]);
  expect([...geometry.mean]).toEqual([70, 45, 70]);
  expect(geometry.draws.map((draw) => [...draw].map(Math.round))).toEqual([
    [70, 45, 65],
    [70, 50, 75],
  ]);
});

test('the bands nest, even if Monte Carlo quantiles cross', () => {
  const crossed = bands({ upper: Float64Array.of(0.1, 0.7, 0.5), lower: Float64Array.of(-0.1, 0.5, -0.5) });
  const { upper, innerUpper, innerLower, lower } = predictiveGeometry(crossed, frame, scales);
  for (let i = 0; i < 3; i++) {
    expect(upper[i]).toBeLessThanOrEqual(innerUpper[i] as number);
    expect(innerUpper[i]).toBeLessThanOrEqual(innerLower[i] as number);
    expect(innerLower[i]).toBeLessThanOrEqual(lower[i] as number);
  }
});

test('bands that leave the domain are clamped just beyond the frame; values not finite are gaps', () => {
  const wild = bands({ upper: Float64Array.of(1e9, Number.NaN, 0.5) });
  const { upper } = predictiveGeometry(wild, frame, scales);
  expect([...upper]).toEqual([-80, Number.NaN, 45]);
});

test('the function behind the data spans the frame', () => {
  const { x, y } = trueMeanGeometry((value) => value - 1, frame, scales);
  expect([x[0], x.at(-1), y[0], y.at(-1)]).toEqual([40, 240, 120, 20]);
  expect(trueMeanGeometry(() => Number.NaN, frame, scales).y.every(Number.isNaN)).toBe(true);
});

test('the prediction at x is interpolated between inputs and unknown outside them', () => {
  expect(predictiveAt(bands(), 0.5)).toMatchObject({ mean: 0.25, x: 0.5, lower: 0, upper: 0.5 });
  expect(predictiveAt(bands(), 0)?.mean).toBe(0);
  expect(predictiveAt(bands(), 2)?.epistemicSigma).toBeCloseTo(0.4);
  for (const x of [-0.1, 2.1, Number.NaN]) expect(predictiveAt(bands(), x)).toBeNull();
  expect(predictiveAt(bands({ mean: Float64Array.of(Number.NaN, 0, 0) }), 0.5)).toBeNull();
});

test('positions are clamped to the domain and rounded to a thousandth of it', () => {
  expect(clampPoint({ x: -9, y: 9 }, [0, 2], [-1, 1])).toEqual({ x: 0, y: 1 });
  expect(clampToDomain(0.123456, [0, 2])).toBe(0.123);
  expect(clampToDomain(12345.678, [0, 1e6])).toBe(12346);
  expect(clampToDomain(Number.NaN, [0, 2])).toBe(1);
});

test('arrow keys move by a hundredth, with shift by a twentieth, and stop at the edge', () => {
  const at = { x: 1, y: 0 };
  expect(moveByKey(at, 'ArrowRight', false, [0, 2], [-1, 1])).toEqual({ x: 1.02, y: 0 });
  expect(moveByKey(at, 'ArrowUp', true, [0, 2], [-1, 1])).toEqual({ x: 1, y: 0.1 });
  expect(moveByKey({ x: 2, y: 0 }, 'ArrowRight', true, [0, 2], [-1, 1])).toEqual({ x: 2, y: 0 });
  expect(moveByKey(at, 'Enter', false, [0, 2], [-1, 1])).toBeNull();
});

test('points beyond the axes are drawn and described at their edge', () => {
  expect(pointPixel({ x: 1, y: 0 }, frame, scales)).toEqual({ x: 140, y: 70, outside: false });
  expect(pointPixel({ x: 5, y: 0 }, frame, scales)).toEqual({ x: 240, y: 70, outside: true });
  expect(pointPixel({ x: Number.NaN, y: 0 }, frame, scales)).toBeNull();
});

test('if hit areas overlap the nearest point is chosen', () => {
  const points = [
    { x: 1, y: 0 },
    { x: 1.05, y: 0 },
    { x: Number.NaN, y: 0 },
  ];
  expect(nearestPoint(points, 141, 70, frame, scales)).toBe(0);
  expect(nearestPoint(points, 144, 70, frame, scales)).toBe(1);
  expect(nearestPoint([], 144, 70, frame, scales)).toBeNull();
});

test('the summary states where uncertainty is least and most, and has no number that is not finite', () => {
  expect(pointLabel(2, 20, { x: 0.21, y: 0.45 })).toBe('Point 3 of 20: x 0.21, y 0.45');
  const summary = predictiveSummary(bands(), 20, 'posterior', 0.95);
  expect(summary).toContain('Posterior predictive for x from 0 to 2 with 20 data points and a 95 % band');
  expect(summary).toContain('least 0.1 near x 1, most 0.4 near x 2');
  const broken = bands({ mean: Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, 0) });
  expect(predictiveSummary(broken, 0, 'prior', 0.9)).not.toMatch(/NaN|Infinity|–/);
  expect(predictiveSummary(null, 0, 'prior', 0.9)).toBe(
    'Predictive plot with no data points; no prediction yet.',
  );
});
