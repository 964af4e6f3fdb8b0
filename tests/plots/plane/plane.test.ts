import { expect, test } from 'vitest';
import type { PlanePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import type { Theme } from '../../../src/plots/frame/theme.ts';
import { decisionBoundaries, mapPixels, nearestPlace } from '../../../src/plots/plane/planeMap.ts';
import { planePointLabel, planeReadout, planeSummary } from '../../../src/plots/plane/planeText.ts';

const theme = {
  class1: '#ff0000',
  class2: '#00ff00',
  exact: '#808080',
  aleatoric: '#00ffff',
  epistemic: '#ff00ff',
  ink: '#000000',
} as Theme;
const names = { classes: ['rain', 'sun'], x: 'x₁', y: 'x₂' };

/** Two classes on a grid of 5 × 4; class 2 is more probable for x > 2.25, with increasing probability. */
function plane(): PlanePredictive {
  const x = Float64Array.from([0, 1, 2, 3, 4]);
  const y = Float64Array.from([10, 20, 30, 40]);
  const places = Array.from(y, () => Array.from(x, (value) => value)).flat();
  const right = places.map((value) => 1 / (1 + Math.exp(2.25 - value)));
  const entropy = right.map((p) => -p * Math.log(p) - (1 - p) * Math.log(1 - p));
  return {
    kind: 'plane',
    x,
    y,
    classes: 2,
    probabilities: Float64Array.from(right.flatMap((p) => [1 - p, p])),
    totalEntropy: Float64Array.from(entropy),
    aleatoricEntropy: Float64Array.from(entropy, (value) => value / 4),
    mutualInformation: Float64Array.from(entropy, (value) => (3 * value) / 4),
    leads: Float64Array.from([
      ...places.map((value) => value - 2.25),
      ...places.map((value) => 2.25 - value),
    ]),
    drawCount: 1,
  };
}

test('the map has the colour of the most probable class, paler at lower probability, top row first', () => {
  const pixels = mapPixels(plane(), 'probability', theme);
  const pixel = (column: number, row: number) => [
    ...pixels.subarray(4 * (row * 5 + column), 4 * (row * 5 + column) + 4),
  ];
  expect(pixel(0, 0).slice(0, 3)).toEqual([255, 0, 0]);
  expect(pixel(4, 3).slice(0, 3)).toEqual([0, 255, 0]);
  expect(pixel(0, 0)[3]).toBeGreaterThan(pixel(2, 0)[3]!);
  const sure = 2 / (1 + Math.exp(-2.25)) - 1;
  expect(pixel(0, 0)[3]).toBeCloseTo(255 * 0.72 * sure, -0.5);
});

test('the parts of the entropy are drawn on one scale', () => {
  const alpha = (map: 'totalEntropy' | 'aleatoricEntropy' | 'mutualInformation') =>
    mapPixels(plane(), map, theme)[4 * 2 + 3]!;
  expect(alpha('aleatoricEntropy') + alpha('mutualInformation')).toBeCloseTo(alpha('totalEntropy'), -0.5);
});

test('a decision boundary runs between grid points where the most probable class changes', () => {
  const [lines] = decisionBoundaries(plane());
  expect(lines).toHaveLength(1);
  for (const [column] of lines![0]!) expect(column).toBeCloseTo(2.25, 6);
  const rows = lines![0]!.map(([, row]) => row);
  expect(Math.min(...rows)).toBeLessThan(0.1);
  expect(Math.max(...rows)).toBeGreaterThan(2.9);
});

test('a position is read at the nearest grid point, also beyond the edge', () => {
  expect(nearestPlace(plane(), { x: 2.2, y: 21 })).toBe(1 * 5 + 2);
  expect(nearestPlace(plane(), { x: -9, y: 99 })).toBe(3 * 5);
});

test('the summary has numbers', () => {
  expect(planeReadout(plane(), { x: 4, y: 10 }, names)).toBe(
    'sun 85.2 %, rain 14.8 %; entropy 0.419 nats = 0.105 aleatoric + 0.314 epistemic',
  );
  expect(planePointLabel(2, 20, { x: 0.21, y: 0.45 }, 'sun')).toBe('Point 3 of 20: sun at 0.21, 0.45');
  const summary = planeSummary(plane(), 3, 'posterior', names);
  expect(summary).toContain('Posterior predictive of rain, sun over x₁ and x₂ with 3 data points');
  expect(summary).toContain('Likeliest class by area: rain 60 %, sun 40 %');
  expect(planeSummary(null, 0, 'prior', names)).toContain('no data points; no prediction yet');
});
