import { expect, test } from 'vitest';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import {
  type CardFacts,
  cardSentence,
  cardTexts,
  drawsAt,
  epistemicPercent,
  isBetweenClusters,
  nearestDistance,
  placeCard,
} from '../../../src/plots/predictive/predictiveCard.ts';

const value = {
  x: 0.62,
  mean: 0.5,
  lower: 0.214,
  upper: 0.931,
  epistemicSigma: 0.3,
  aleatoricSigma: 0.1,
};
const facts: CardFacts = { value, draws: [0.3, 0.74], distance: 0.12, inMeanFieldGap: false, overlay: null };
const labels = { x: 'x', y: 'y' };

const texts = (changes: Partial<CardFacts> = {}, phase: 'prior' | 'posterior' = 'posterior') =>
  cardTexts({ ...facts, ...changes }, labels, [-0.35, 1.25], 0.9, phase, 0.004);

test('the card says interval, shares of the variance, distance and draws', () => {
  expect(texts()).toEqual({
    place: 'At x = 0.62',
    interval: '90 % of new y between 0.21 and 0.93',
    doubt: '90 %',
    noise: '10 %',
    nearest: 'Nearest data point 0.12 away',
    caution: null,
    draws: '2 draws between 0.30 and 0.74',
    overlay: null,
  });
  expect(cardSentence(texts())).toBe(
    'At x = 0.62; 90 % of new y between 0.21 and 0.93; Variance: 90 % from doubt, 10 % from noise; Nearest data point 0.12 away; 2 draws between 0.30 and 0.74.',
  );
});

test('shares of the variance add up to 100 % for any standard deviations', () => {
  for (const epistemicSigma of [0, 1e-9, 0.0123, 0.3, 7, 1e9])
    for (const aleatoricSigma of [0, 0.1, 2.5]) {
      const share = epistemicPercent({ ...value, epistemicSigma, aleatoricSigma });
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(100);
      const { doubt, noise } = texts({ value: { ...value, epistemicSigma, aleatoricSigma } });
      expect(Number.parseInt(doubt, 10) + Number.parseInt(noise, 10)).toBe(100);
    }
});

test('the prior has seen no data, and without points there is no nearest one', () => {
  expect(texts({}, 'prior').nearest).toBe('Prior: no data seen yet');
  expect(texts({ distance: null }).nearest).toBe('No data points');
  expect(texts({ distance: 0.003 }).nearest).toBe('On a data point');
});

test('in a wide gap between points mean field gets a caution, but not the prior', () => {
  const between = { inMeanFieldGap: true };
  expect(texts(between).caution).toBe('Between clusters mean field is often too sure');
  expect(cardSentence(texts(between))).toContain('0.12 away; Between clusters mean field is often too sure;');
  expect(texts(between, 'prior').caution).toBeNull();
  const points = [-2, -1.9, 1, 1.05].map((x) => ({ x: [x], y: 0 }));
  expect([-3, -1.95, 0, 1.02, 2].map((x) => isBetweenClusters(points, x))).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(isBetweenClusters([], 0)).toBe(false);
});

test('both axes have their units, and an overlay its own interval', () => {
  const { place, interval, nearest, overlay } = cardTexts(
    { ...facts, overlay: { name: 'HMC', interval: 0.8, lower: -1, upper: 2 } },
    { x: 'time after impact (ms)', y: 'head acceleration (g)' },
    [0, 60],
    0.9,
    'posterior',
    0,
  );
  expect(place).toBe('At time after impact = 0.6 ms');
  expect(interval).toBe('90 % of new y between 0.21 and 0.93 g');
  expect(nearest).toBe('Nearest data point 0.12 ms away');
  expect(overlay).toBe('HMC: 80 % of new y between −1.0 and 2.0 g');
});

test('draws are interpolated, the nearest point is the nearest along x', () => {
  const curve = {
    kind: 'curve',
    x: Float64Array.of(0, 1, 2),
    draws: Float64Array.of(0, 1, 2, 4, 4, Number.NaN),
    drawCount: 2,
  } as unknown as Parameters<typeof drawsAt>[0];
  expect(drawsAt(curve, 0.5)).toEqual([0.5, 4]);
  expect(drawsAt(curve, 1.5)).toEqual([1.5]);
  const points = [
    { x: [0.2], y: 9 },
    { x: [1], y: 0 },
  ];
  expect(nearestDistance(points, 0.9)).toBeCloseTo(0.1, 12);
  expect(nearestDistance([], 0.9)).toBeNull();
});

test('the card stays inside the frame and never covers the point', () => {
  const frame = createFrame({ width: 360, height: 320 }, 12, { left: 3.8, right: 1, top: 1.9, bottom: 3.1 });
  const size = { width: 250, height: 120 };
  for (let x = frame.left; x <= frame.right; x += 7)
    for (let y = frame.top; y <= frame.bottom; y += 7) {
      const place = placeCard({ x, y }, size, frame);
      if (!place) continue;
      const { left, top } = place;
      expect(left).toBeGreaterThanOrEqual(frame.left);
      expect(left + size.width).toBeLessThanOrEqual(frame.right);
      expect(top).toBeGreaterThanOrEqual(frame.top);
      expect(top + size.height).toBeLessThanOrEqual(frame.bottom);
      expect(x > left && x < left + size.width && y > top && y < top + size.height).toBe(false);
    }
  expect(placeCard({ x: 100, y: 100 }, { width: 900, height: 20 }, frame)).toBeNull();
});
